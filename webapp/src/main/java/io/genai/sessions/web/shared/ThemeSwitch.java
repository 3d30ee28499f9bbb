package io.genai.sessions.web.shared;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Light, dark, or as the system has it; the browser remembers. */
@Tag("theme-switch")
@JsModule("./components/theme-switch.ts")
final class ThemeSwitch extends Component {}
