package io.genai.sessions.web.shared;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouteConfiguration;
import io.genai.sessions.web.data.DataMonitor;
import io.genai.sessions.web.data.DataState;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frame around every view: navigation, which data is shown, the theme. It also says what to do
 * where there is no data, and turns a view's failure into words.
 */
public final class MainLayout extends AppLayout implements AfterNavigationObserver {
  private static final Logger log = LoggerFactory.getLogger(MainLayout.class);

  private final transient DataMonitor monitor;
  private final H1 heading = new H1();
  private final DataBadges badges = new DataBadges();
  private Optional<Component> view = Optional.empty();
  private transient Optional<Runnable> listening = Optional.empty();

  public MainLayout(DataMonitor monitor) {
    this.monitor = monitor;
    heading.addClassName("view-heading");
    setPrimarySection(Section.DRAWER);
    DrawerToggle toggle = new DrawerToggle();
    toggle.setAriaLabel("Navigation");
    Header bar = new Header(heading, badges);
    bar.addClassName("top-bar");
    addToNavbar(toggle, bar);
    addToDrawer(brand(), new Scroller(navigation()), new Footer(new ThemeSwitch()));
  }

  private static Component brand() {
    Image mark = new Image("icons/mark.svg", "");
    Div brand = new Div(mark, new Span("Session Analyzer"));
    brand.addClassName("brand");
    return brand;
  }

  private static SideNav navigation() {
    SideNav navigation = new SideNav();
    navigation.getElement().setAttribute("aria-label", "Views");
    item(navigation, "Dashboard", "", VaadinIcon.DASHBOARD);
    item(navigation, "Explorer", "explorer", VaadinIcon.PICTURE);
    item(navigation, "Sessions", "sessions", VaadinIcon.CLOCK);
    item(navigation, "Copilot", "copilot", VaadinIcon.CHAT);
    item(navigation, "Pipeline", "pipeline", VaadinIcon.CLUSTER);
    return navigation;
  }

  private static void item(SideNav navigation, String label, String path, VaadinIcon icon) {
    if (RouteConfiguration.forApplicationScope().getRoute(path).isPresent()) {
      SideNavItem item = new SideNavItem(label, path, icon.create());
      item.setMatchNested(!path.isEmpty());
      navigation.addItem(item);
    }
  }

  @Override
  public void showRouterLayoutContent(HasElement content) {
    view = content.getElement().getComponent();
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    heading.setText(view.map(MainLayout::heading).orElse(""));
    render();
  }

  private static String heading(Component view) {
    return view instanceof AnalyzerView analyzer ? analyzer.heading() : "";
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    UI ui = event.getUI();
    listening = Optional.of(monitor.listen(state -> renderLater(ui)));
  }

  private void renderLater(UI ui) {
    // A failure in there reaches the session's error handler.
    var unused = ui.access(this::render);
  }

  @Override
  protected void onDetach(DetachEvent event) {
    listening.ifPresent(Runnable::run);
    super.onDetach(event);
  }

  private void render() {
    DataState state = monitor.state();
    badges.show(state);
    if (state instanceof DataState.Ready) {
      view.ifPresent(this::render);
    } else if (state instanceof DataState.Empty empty) {
      setContent(Panels.noWarehouse(empty.message()));
    } else if (state instanceof DataState.Unreadable unreadable) {
      setContent(Panels.unreadable(unreadable.message()));
    }
  }

  private void render(Component component) {
    try {
      if (component instanceof AnalyzerView analyzer) {
        analyzer.show();
      }
      if (!component.equals(getContent())) {
        setContent(component);
      }
    } catch (RuntimeException failed) {
      log.error("The view can't be shown", failed);
      setContent(Panels.failed(Failures.words(failed), this::render));
    }
  }
}
