package io.genai.sessions.web.copilot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.guard.QueryOutcome;
import io.genai.sessions.warehouse.guard.QueryRun;
import io.genai.sessions.warehouse.semantic.VerifiedQuestion;
import io.genai.sessions.web.shared.AnalyzerView;
import io.genai.sessions.web.shared.MainLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ask in English, see the SQL and what it does, change it, run it. */
@Route(value = "copilot", layout = MainLayout.class)
public final class CopilotView extends Div implements AnalyzerView, BeforeEnterObserver {
  private static final int LONGEST_QUESTION = 1000;
  private static final int EXAMPLES = 6;
  private static final int HISTORY = 20;

  private final transient CopilotService service;
  private final TextField question = new TextField();
  private final Div examples = new Div();
  private final Div answer = new Div();
  private final SqlEditor editor = new SqlEditor(sql -> run());
  private final Button run = new Button("Run", VaadinIcon.PLAY.create(), click -> run());
  private final Button cancel = new Button("Cancel", click -> cancel());
  private final Button save =
      new Button("Save as verified", VaadinIcon.BOOKMARK.create(), click -> save());
  private final Div workbench = new Div();
  private final ResultPanel result = new ResultPanel();
  private final UnorderedList history = new UnorderedList();
  private final Details past = new Details("History", history);
  private final List<String> asked = new ArrayList<>();
  private String generatedSql = "";
  private String askedQuestion = "";
  private transient Optional<String> wanted = Optional.empty();
  private transient Optional<QueryRun> running = Optional.empty();

  CopilotView(CopilotService service) {
    this.service = service;
    service.prepare();
    run.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    run.setTooltipText("Ctrl-Enter");
    cancel.setEnabled(false);
    Div tools = new Div(run, cancel, save);
    tools.addClassName("copilot-tools");
    workbench.add(answer, editor, tools);
    workbench.addClassNames("card", "copilot-workbench");
    workbench.setVisible(false);
    answer.getElement().setAttribute("aria-live", "polite");
    past.setVisible(false);
    examples.addClassName("copilot-examples");
    addClassNames("page", "copilot");
    add(box(), examples, workbench, result, past);
  }

  private Component box() {
    question.setPlaceholder("Ask: error rate by tier last week of August");
    question.setAriaLabel("Question");
    question.setPrefixComponent(VaadinIcon.CHAT.create());
    question.setClearButtonVisible(true);
    question.setMaxLength(LONGEST_QUESTION);
    question.addClassName("search-field");
    question.addKeyPressListener(Key.ENTER, press -> open(question.getValue()));
    Button ask = new Button("Ask", click -> open(question.getValue()));
    ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Div box = new Div(question, ask);
    box.addClassName("search-box");
    return box;
  }

  private static void open(String text) {
    if (!text.isBlank()) {
      UI.getCurrent().navigate(CopilotView.class, QueryParameters.of("q", text.strip()));
    }
  }

  @Override
  public String heading() {
    return "Copilot";
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    wanted = event.getLocation().getQueryParameters().getSingleParameter("q");
  }

  @Override
  public void show() {
    editor.complete(service.schema());
    offer();
    wanted.filter(text -> !text.isBlank() && !text.equals(askedQuestion)).ifPresent(this::ask);
  }

  private void offer() {
    examples.removeAll();
    service.verified().stream()
        .limit(EXAMPLES)
        .forEach(verified -> examples.add(suggestion(verified.question())));
    List<VerifiedQuestion> all = service.verified();
    for (int i = Math.max(EXAMPLES, all.size() - 2); i < all.size(); i++) {
      examples.add(suggestion(all.get(i).question()));
    }
  }

  private static Component suggestion(String text) {
    Button button = new Button(text, click -> open(text));
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    button.addClassName("copilot-example");
    return button;
  }

  void ask(String text) {
    String shortened =
        text.length() > LONGEST_QUESTION ? text.substring(0, LONGEST_QUESTION) : text;
    askedQuestion = text;
    question.setValue(shortened);
    remember(shortened);
    UI ui = UI.getCurrent();
    cancel();
    running = Optional.empty();
    answer.removeAll();
    answer.add(new Paragraph("Reading the question …"));
    workbench.setVisible(true);
    usable(false);
    var unused = service.askLater(text).thenAccept(generated -> answerLater(ui, text, generated));
  }

  private void answerLater(UI ui, String text, Generated generated) {
    // A page that has been closed meanwhile needs no answer.
    var unused = ui.access(() -> answered(text, generated));
  }

  private void usable(boolean on) {
    editor.setVisible(on);
    run.setVisible(on);
    cancel.setVisible(on);
    save.setVisible(on);
  }

  private void answered(String text, Generated generated) {
    if (!text.equals(askedQuestion)) {
      // Another question was asked meanwhile.
      return;
    }
    answer.removeAll();
    if (generated instanceof Generated.Query query) {
      generatedSql = query.sql();
      editor.show(query.sql());
      usable(true);
      run.setEnabled(true);
      explain(query);
      run();
    } else if (generated instanceof Generated.Refused refused) {
      generatedSql = "";
      editor.show("");
      usable(false);
      result.setVisible(false);
      refuse(refused);
    }
  }

  private void explain(Generated.Query query) {
    UnorderedList lines = new UnorderedList();
    query.explanation().forEach(line -> lines.add(new ListItem(line)));
    Span by = new Span("Written by: " + query.generator());
    by.addClassNames("badge");
    Div head = new Div(new H2("What this does"), by);
    head.addClassName("card-head");
    answer.add(head, lines);
  }

  private void refuse(Generated.Refused refused) {
    Div head = new Div(new H2("I can't answer that"));
    head.addClassName("card-head");
    Details why = new Details("Why not?", new Paragraph(refused.reason()));
    why.setOpened(true);
    answer.add(head, why);
    if (!refused.suggestions().isEmpty()) {
      Div nearest = new Div();
      nearest.addClassName("copilot-examples");
      refused.suggestions().forEach(text -> nearest.add(suggestion(text)));
      answer.add(new Paragraph("These come nearest, with SQL that was checked:"), nearest);
    }
  }

  private void remember(String text) {
    asked.remove(text);
    asked.add(0, text);
    if (asked.size() > HISTORY) {
      asked.remove(HISTORY);
    }
    history.removeAll();
    asked.forEach(one -> history.add(new ListItem(suggestion(one))));
    past.setVisible(asked.size() > 1);
  }

  private void run() {
    if (running.isPresent() || editor.sql().isBlank()) {
      return;
    }
    UI ui = UI.getCurrent();
    String sql = editor.sql();
    result.running();
    run.setEnabled(false);
    cancel.setEnabled(true);
    QueryRun started = service.run(askedQuestion, sql, !sql.equals(generatedSql));
    running = Optional.of(started);
    var unused = started.outcome().thenAccept(outcome -> finishLater(ui, started, outcome));
  }

  private void finishLater(UI ui, QueryRun started, QueryOutcome outcome) {
    // A page that has been closed meanwhile needs no result.
    var unused = ui.access(() -> finish(started, outcome));
  }

  private void finish(QueryRun started, QueryOutcome outcome) {
    if (running.filter(started::equals).isPresent()) {
      running = Optional.empty();
      run.setEnabled(true);
      cancel.setEnabled(false);
      result.show(outcome, askedQuestion);
    }
  }

  private void cancel() {
    running.ifPresent(QueryRun::cancel);
  }

  private void save() {
    try {
      service.save(askedQuestion, editor.sql());
      offer();
      Notification.show("Saved. It is offered from now on.");
    } catch (WarehouseException e) {
      Notification.show(e.getMessage());
    }
  }
}
