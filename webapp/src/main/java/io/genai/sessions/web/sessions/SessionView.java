package io.genai.sessions.web.sessions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.genai.sessions.warehouse.semantic.Format;
import io.genai.sessions.web.explorer.ExplorerView;
import io.genai.sessions.web.shared.AnalyzerView;
import io.genai.sessions.web.shared.BlobImage;
import io.genai.sessions.web.shared.Formats;
import io.genai.sessions.web.shared.InfoIcon;
import io.genai.sessions.web.shared.MainLayout;
import io.genai.sessions.web.shared.Panels;
import io.genai.sessions.web.shared.StatusIcon;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One session from its first request to its last. */
@Route(value = "sessions/:" + SessionView.ID, layout = MainLayout.class)
public final class SessionView extends Div implements AnalyzerView, BeforeEnterObserver {
  /** The route's parameter. */
  public static final String ID = "session";

  private static final double MOST_FRICTION = 6;

  private final transient SessionsService sessions;
  private final transient TimelineService timelines;
  private String id = "";

  SessionView(SessionsService sessions, TimelineService timelines) {
    this.sessions = sessions;
    this.timelines = timelines;
    addClassName("page");
  }

  @Override
  public String heading() {
    return "Session";
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get(ID).orElse("");
  }

  @Override
  public void show() {
    removeAll();
    RouterLink back = new RouterLink("All sessions", SessionsView.class);
    back.addClassName("back-link");
    add(back);
    Optional<SessionRow> found = sessions.find(id);
    if (found.isEmpty()) {
      add(
          Panels.panel(
              VaadinIcon.SEARCH,
              "No such session",
              Panels.nothing(
                  "This warehouse has no session of that id. It may have been rebuilt since the link"
                      + " was made.")));
      return;
    }
    Timeline timeline = timelines.load(id);
    add(summary(found.get(), timeline), entries(timeline));
  }

  private static Component summary(SessionRow session, Timeline timeline) {
    DescriptionList facts = new DescriptionList();
    facts.addClassNames("fields", "session-fields");
    fact(facts, "User", session.userId());
    fact(facts, "Tier", session.tier());
    fact(facts, "Region", session.region());
    fact(facts, "Device", session.device());
    fact(facts, "Start", Formats.minute(session.start()) + " UTC");
    fact(facts, "Length", Formats.duration(Duration.between(session.start(), session.end())));
    fact(facts, "Generations", Formats.count(session.generations()));
    fact(facts, "Success", Formats.value(Format.PERCENT, session.successRate()));
    fact(facts, "Cost", Formats.value(Format.CREDITS, session.cost()) + " credits");
    fact(
        facts,
        "Churned after",
        session.churned().map(left -> left ? "yes" : "no").orElse("not known yet"));
    Div card = new Div(facts, friction(session, timeline));
    card.addClassNames("card", "session-summary");
    return card;
  }

  private static Component friction(SessionRow session, Timeline timeline) {
    Div bar = new Div();
    bar.addClassName("friction-bar");
    bar.getElement().setAttribute("aria-hidden", "true");
    Div legend = new Div();
    legend.addClassName("friction-legend");
    List<String> colors = List.of("errors", "latency", "retries");
    for (int index = 0; index < timeline.parts().size(); index++) {
      Timeline.FrictionPart part = timeline.parts().get(index);
      Span piece = new Span();
      piece.addClassName("part-" + colors.get(index));
      piece.getStyle().setWidth(Formats.percentWidth(part.score() / MOST_FRICTION));
      bar.add(piece);
      Span swatch = new Span();
      swatch.addClassNames("swatch", "part-" + colors.get(index));
      Span name = new Span(part.label() + " " + Formats.decimal(part.score(), 2));
      legend.add(new Div(swatch, name, new InfoIcon(part.label(), part.definition())));
    }
    Div head =
        new Div(new H2("Friction " + Formats.decimal(session.friction(), 2)), new Span("of 6"));
    head.addClassName("friction-head");
    Div all = new Div(head, bar, legend);
    all.addClassName("friction-parts");
    return all;
  }

  private static void fact(DescriptionList list, String name, String value) {
    list.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
  }

  private static Component entries(Timeline timeline) {
    OrderedList list = new OrderedList();
    list.addClassName("timeline");
    timeline.entries().forEach(entry -> list.add(new ListItem(entry(entry))));
    Section section = new Section(new H2("Timeline"), list);
    section.addClassNames("card", "timeline-card");
    return section;
  }

  private static Component entry(Timeline.Entry entry) {
    BlobImage image = new BlobImage(entry.thumbnail(), "Image and details");
    if (entry.sensitive()) {
      image.addClassName("blurred");
    }
    RouterLink picture = new RouterLink();
    picture.setRoute(ExplorerView.class);
    picture.setQueryParameters(QueryParameters.of("prompt", Long.toString(entry.promptId())));
    picture.add(image);
    picture.addClassName("timeline-picture");
    Div text = new Div();
    text.addClassName("timeline-text");
    entry.words().forEach(words -> text.add(words(words), new Span(" ")));
    Div facts =
        new Div(
            new StatusIcon(entry.status()),
            new Span(Formats.words(entry.status())),
            new Span(Formats.value(Format.MILLISECONDS, entry.latencyMilliseconds())),
            new Span(Formats.count(entry.retries(), "retry", "retries")),
            new Span(
                "%s credits, %s so far"
                    .formatted(
                        Formats.decimal(entry.cost().doubleValue(), 2),
                        Formats.decimal(entry.costSoFar().doubleValue(), 2))));
    facts.addClassName("timeline-facts");
    Div time =
        new Div(
            new Span(Formats.clock(entry.time())),
            new Span(entry.pause().map(pause -> "+" + Formats.duration(pause)).orElse("")));
    time.addClassName("timeline-time");
    Div what = new Div(text, facts);
    what.addClassName("timeline-what");
    Div row = new Div(time, picture, what);
    row.addClassName("timeline-row");
    return row;
  }

  private static Component words(EditedWord words) {
    Span span = new Span(words.text());
    switch (words.edit()) {
      case KEPT -> {}
      case INSERTED -> {
        span.addClassName("inserted");
        span.getElement().setAttribute("title", "added");
      }
      case REMOVED -> {
        span.addClassName("removed");
        span.getElement().setAttribute("title", "removed");
      }
    }
    return span;
  }
}
