package io.genai.sessions.web.explorer;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.data.DataMonitor;
import io.genai.sessions.web.data.DataVersion;
import io.genai.sessions.web.data.FilterParameters;
import io.genai.sessions.web.data.Vocabulary;
import io.genai.sessions.web.shared.AnalyzerView;
import io.genai.sessions.web.shared.FilterBar;
import io.genai.sessions.web.shared.FilterChips;
import io.genai.sessions.web.shared.Formats;
import io.genai.sessions.web.shared.MainLayout;
import io.genai.sessions.web.shared.Notes;
import io.genai.sessions.web.shared.Panels;
import io.genai.sessions.web.shared.ScrollMore;
import java.util.List;
import java.util.Optional;

/** Prompts and their images: search by meaning, filter, look closer. */
@Route(value = "explorer", layout = MainLayout.class)
public final class ExplorerView extends Div implements AnalyzerView, BeforeEnterObserver {
  private static final int PAGE = 24;
  private static final String MEANING = "By meaning";
  private static final String LOOK = "By look";
  private static final List<String> FIELDS =
      List.of(
          "art_style",
          "mood",
          "setting",
          "lighting",
          "subject",
          "complexity_score",
          "status",
          "user_tier");

  private final transient DataMonitor monitor;
  private final transient FilterParameters parameters;
  private final transient PromptSearch search;
  private final Notes notes = new Notes();
  private final TextField query = new TextField();
  private final Select<String> by = new Select<>();
  private final FilterBar filterBar;
  private final FilterChips chips;
  private final AlignmentRange alignment;
  private final Checkbox sensitive = new Checkbox("Show NSFW and blurred images");
  private final Paragraph summary = new Paragraph();
  private final InsightStrip insights = new InsightStrip();
  private final Div grid = new Div();
  private final Div end = new Div();
  private final PromptDialog dialog;
  private transient ExplorerState state = ExplorerState.START;
  private int shown;

  ExplorerView(
      DataMonitor monitor,
      FilterParameters parameters,
      PromptSearch search,
      PromptDetailsService details,
      SemanticModel model,
      Vocabulary vocabulary) {
    this.monitor = monitor;
    this.parameters = parameters;
    this.search = search;
    search.prepare();
    filterBar = new FilterBar(model, vocabulary, FIELDS, filters -> open(state.with(filters)));
    chips = new FilterChips(model, filters -> open(state.with(filters)));
    alignment = new AlignmentRange((least, most) -> open(state.withAlignment(least, most)));
    dialog =
        new PromptDialog(
            details,
            () -> open(state.open(Optional.empty())),
            likeness -> open(state.with(likeness)));
    sensitive.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            open(state.withSensitive(change.getValue()));
          }
        });
    filterBar.add(alignment);
    summary.addClassName("summary");
    summary.getElement().setAttribute("role", "status");
    Div tools = new Div(summary, sensitive);
    tools.addClassName("result-tools");
    grid.addClassName("prompt-grid");
    addClassName("page");
    add(notes, searchBox(), filterBar, chips, tools, insights, grid, end);
  }

  private Div searchBox() {
    query.setPlaceholder("A lonely lighthouse in a storm");
    query.setAriaLabel("Search prompts");
    query.setPrefixComponent(VaadinIcon.SEARCH.create());
    query.setClearButtonVisible(true);
    query.setMaxLength(1000);
    query.addClassName("search-field");
    query.addKeyPressListener(Key.ENTER, press -> ask());
    query.addValueChangeListener(
        change -> {
          if (change.isFromClient() && change.getValue().isBlank()) {
            ask();
          }
        });
    Button go = new Button("Search", click -> ask());
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    by.setItems(MEANING, LOOK);
    by.setValue(MEANING);
    by.setAriaLabel("What to compare");
    by.addClassName("search-by");
    by.addValueChangeListener(
        change -> {
          if (change.isFromClient() && !query.isEmpty()) {
            ask();
          }
        });
    Div box = new Div(query, by, go);
    box.addClassName("search-box");
    return box;
  }

  private void ask() {
    String text = query.getValue().strip();
    open(state.with(likeness(text)));
  }

  private Likeness likeness(String text) {
    if (text.isEmpty()) {
      return new Likeness.Newest();
    }
    return LOOK.equals(by.getValue()) ? new Likeness.Look(text) : new Likeness.Meaning(text);
  }

  private static void open(ExplorerState next) {
    UI.getCurrent().navigate(ExplorerView.class, new QueryParameters(next.print()));
  }

  @Override
  public String heading() {
    return "Explorer";
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    ExplorerState.Parsed parsed =
        ExplorerState.parse(event.getLocation().getQueryParameters().getParameters(), parameters);
    state = parsed.state();
    notes.show(parsed.notes());
  }

  @Override
  public void show() {
    DataVersion version = monitor.version().orElseThrow();
    SearchRequest request = state.request();
    query.setValue(typed(request.likeness()));
    by.setVisible(search.findsByLook());
    by.setValue(request.likeness() instanceof Likeness.Look ? LOOK : MEANING);
    filterBar.show(request.filters(), version.firstDay(), version.lastDay());
    alignment.show(request.leastAlignment(), request.mostAlignment());
    chips.show(request.filters());
    sensitive.setValue(request.sensitiveShown());
    SearchResult result = search.search(request, 0, PAGE);
    shown = 0;
    grid.removeAll();
    insights.show(result);
    showHits(result);
    dialog.show(state.openPrompt());
  }

  private static String typed(Likeness likeness) {
    if (likeness instanceof Likeness.Meaning meaning) {
      return meaning.text();
    }
    return likeness instanceof Likeness.Look look ? look.text() : "";
  }

  private void showMore() {
    showHits(search.search(state.request(), shown, PAGE));
  }

  private void showHits(SearchResult result) {
    for (SearchResult.Hit hit : result.hits()) {
      grid.add(new PromptCard(hit, () -> open(state.open(Optional.of(hit.promptId())))));
    }
    shown += result.hits().size();
    summary.setText(words(result));
    end.removeAll();
    if (result.total() == 0) {
      end.add(
          Panels.nothing(
              "No prompt passes these filters. Remove one of them, or show NSFW and blurred images."));
    } else if (shown < result.total() && !result.hits().isEmpty()) {
      end.add(new ScrollMore(this::showMore));
    }
  }

  private String words(SearchResult result) {
    Likeness likeness = state.request().likeness();
    String found =
        likeness instanceof Likeness.Newest
            ? Formats.count(result.total(), "prompt", "prompts") + ", newest first"
            : (result.cut() ? "The most similar: " : "")
                + Formats.count(result.total(), "similar prompt", "similar prompts");
    String near =
        likeness instanceof Likeness.ToPrompt to
            ? (to.space() == Likeness.Space.IMAGE ? ", by look, like prompt " : ", like prompt ")
                + to.promptId()
            : "";
    return "%s%s, showing %s".formatted(found, near, Formats.count(shown));
  }
}
