package io.genai.sessions.web.shared;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns what fails after a click into words on the page, and leaves the page as it was. */
@Component
final class SessionSetup implements VaadinServiceInitListener {
  private static final Logger log = LoggerFactory.getLogger(SessionSetup.class);
  private static final int MILLISECONDS_SHOWN = 8000;

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event
        .getSource()
        .addSessionInitListener(
            session -> session.getSession().setErrorHandler(SessionSetup::tell));
  }

  private static void tell(ErrorEvent error) {
    log.error("A click failed", error.getThrowable());
    if (UI.getCurrent() != null) {
      Notification note =
          Notification.show(
              Failures.words(error.getThrowable()),
              MILLISECONDS_SHOWN,
              Notification.Position.BOTTOM_CENTER);
      note.addThemeVariants(NotificationVariant.LUMO_ERROR);
      note.setAssertive(true);
    }
  }
}
