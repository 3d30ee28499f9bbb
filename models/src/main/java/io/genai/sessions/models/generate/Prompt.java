package io.genai.sessions.models.generate;

import java.util.List;

/**
 * What the model continues. Each prompt has an instruction, which prompts of a batch and of later
 * requests may share, and a rest. A local model computes a shared instruction once.
 */
public sealed interface Prompt {

  /**
   * Plain text, continued as it stands.
   *
   * @param instruction the part that other prompts share; may be empty
   * @param text the part of this prompt alone
   */
  record Text(String instruction, String text) implements Prompt {}

  /**
   * A conversation, rendered by the model's chat template; the model writes the assistant's next
   * turn. All messages but the last are the instruction.
   */
  record Chat(List<Message> messages) implements Prompt {
    public Chat {
      messages = List.copyOf(messages);
      Require.that(!messages.isEmpty(), "a chat needs at least 1 message, but had: 0");
    }

    /** A system instruction followed by what the user says. */
    public static Chat of(String instruction, String question) {
      return new Chat(
          List.of(new Message(Role.SYSTEM, instruction), new Message(Role.USER, question)));
    }
  }

  /** One turn of a conversation. */
  record Message(Role role, String content) {}

  /** Who speaks. */
  enum Role {
    SYSTEM("system"),
    USER("user"),
    ASSISTANT("assistant");

    private final String wireName;

    Role(String wireName) {
      this.wireName = wireName;
    }

    /** The name that chat templates and the chat completions protocol use. */
    String wireName() {
      return wireName;
    }
  }
}
