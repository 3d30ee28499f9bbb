package io.genai.sessions.models.generate;

import io.genai.sessions.models.ModelException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a conversation the way a ChatML model (Qwen, SmolLM, Hermes) was trained on it. The one
 * thing that such templates differ in, the system turn that they put in front where the caller
 * gives none, is read from the template; a template of another kind is refused, because a model
 * answers badly to a format that it does not know.
 */
final class ChatTemplate {
  private static final String START = "<|im_start|>";
  private static final String END = "<|im_end|>";

  /** The turn of any role: {@code '<|im_start|>' + message.role + '\n' + message.content …}. */
  private static final Pattern TURN =
      Pattern.compile(
          "<\\|im_start\\|>['\"]\\s*\\+\\s*message(?:\\.role|\\[['\"]role['\"]\\])\\s*\\+\\s*"
              + "['\"]\\\\n['\"]\\s*\\+\\s*message(?:\\.content|\\[['\"]content['\"]\\])");

  private static final Pattern DEFAULT_SYSTEM =
      Pattern.compile("<\\|im_start\\|>system\\\\n([^'\"{<]+)<\\|im_end\\|>");

  private final Optional<String> defaultSystem;

  private ChatTemplate(Optional<String> defaultSystem) {
    this.defaultSystem = defaultSystem;
  }

  /**
   * Recognises a template.
   *
   * @param jinja the template of {@code tokenizer_config.json}
   * @throws ModelException DATA if it is not ChatML
   */
  static ChatTemplate of(String jinja) {
    if (!TURN.matcher(jinja).find() || !jinja.contains(END)) {
      throw new ModelException(
          ModelException.Code.DATA,
          "Only ChatML chat templates are known, but the model's is: "
              + jinja.substring(0, Math.min(200, jinja.length()))
              + "… Use Prompt.Text and write the turns as this model expects them, or run the model"
              + " behind a server.");
    }
    Matcher system = DEFAULT_SYSTEM.matcher(jinja);
    return new ChatTemplate(
        system.find() ? Optional.of(system.group(1).replace("\\n", "\n")) : Optional.empty());
  }

  /**
   * Writes a conversation out: as instruction everything before the last message's content, as text
   * that content and the opening of the assistant's turn.
   */
  Prompt.Text render(Prompt.Chat chat) {
    List<Prompt.Message> messages = chat.messages();
    StringBuilder instruction = new StringBuilder();
    if (messages.get(0).role() != Prompt.Role.SYSTEM) {
      defaultSystem.ifPresent(
          content -> instruction.append(turn(new Prompt.Message(Prompt.Role.SYSTEM, content))));
    }
    messages.subList(0, messages.size() - 1).forEach(message -> instruction.append(turn(message)));
    Prompt.Message last = messages.get(messages.size() - 1);
    instruction.append(opening(last.role()));
    return new Prompt.Text(
        instruction.toString(), closing(last.content()) + opening(Prompt.Role.ASSISTANT));
  }

  private static String turn(Prompt.Message message) {
    return opening(message.role()) + closing(message.content());
  }

  private static String opening(Prompt.Role role) {
    return START + role.wireName() + "\n";
  }

  /** Content must not be able to end its own turn: what looks like a marker is broken up. */
  private static String closing(String content) {
    return content.replace("<|im_", "<| im_") + END + "\n";
  }
}
