package io.genai.sessions.web;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.Theme;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The web app: a read-only window on the warehouse. */
@SpringBootApplication
@Theme("analyzer")
@Push
public class WebApplication implements AppShellConfigurator {

  public static void main(String[] arguments) {
    SpringApplication.run(WebApplication.class, arguments);
  }
}
