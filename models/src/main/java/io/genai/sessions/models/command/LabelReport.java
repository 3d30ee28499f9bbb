package io.genai.sessions.models.command;

import io.genai.sessions.models.label.PromptLabels;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Accuracy by label beside the majority floor, then the misses. */
final class LabelReport {
  private LabelReport() {}

  /**
   * How well one label was met.
   *
   * @param strict share of prompts with the expected value
   * @param lenient share of prompts with an accepted value
   * @param floorStrict what the most frequent expected value would score everywhere
   * @param floorLenient the same value's lenient score
   */
  record Accuracy(double strict, double lenient, double floorStrict, double floorLenient) {
    static Accuracy of(String label, List<LabelledPrompt> prompts, List<PromptLabels> answers) {
      List<String> values =
          answers.stream().map(answer -> LabelledPrompt.value(answer, label)).toList();
      Map<String, Long> counts =
          prompts.stream()
              .map(prompt -> prompt.expected().get(label))
              .collect(
                  Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
      String majority =
          counts.entrySet().stream()
              .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
              .orElseThrow()
              .getKey();
      return new Accuracy(
          share(prompts.size(), i -> prompts.get(i).expected().get(label).equals(values.get(i))),
          share(prompts.size(), i -> prompts.get(i).accepted().get(label).contains(values.get(i))),
          share(prompts.size(), i -> prompts.get(i).expected().get(label).equals(majority)),
          share(prompts.size(), i -> prompts.get(i).accepted().get(label).contains(majority)));
    }

    private static double share(int size, Predicate<Integer> counts) {
      return (double) IntStream.range(0, size).filter(counts::test).count() / size;
    }
  }

  static void print(List<LabelledPrompt> prompts, List<PromptLabels> answers, PrintWriter out) {
    out.printf("%n%-18s %7s %8s   %s%n", "label", "strict", "lenient", "majority floor");
    for (String label : LabelledPrompt.LABELS) {
      Accuracy accuracy = Accuracy.of(label, prompts, answers);
      out.printf(
          "%-18s %7.3f %8.3f   %.3f / %.3f%n",
          label,
          accuracy.strict(),
          accuracy.lenient(),
          accuracy.floorStrict(),
          accuracy.floorLenient());
    }
    out.printf("%nMisses (~ where the answer is accepted leniently)%n");
    for (int i = 0; i < prompts.size(); i++) {
      printMisses(prompts.get(i), answers.get(i), out);
    }
  }

  private static void printMisses(LabelledPrompt prompt, PromptLabels answer, PrintWriter out) {
    List<String> missed =
        LabelledPrompt.LABELS.stream()
            .filter(
                label -> !prompt.expected().get(label).equals(LabelledPrompt.value(answer, label)))
            .toList();
    if (missed.isEmpty()) {
      return;
    }
    out.printf("%s: %s%n", prompt.id(), prompt.prompt());
    for (String label : missed) {
      String value = LabelledPrompt.value(answer, label);
      out.printf(
          "  %s %s: expected %s, got %s%n",
          prompt.accepted().get(label).contains(value) ? "~" : " ",
          label,
          String.join(" or ", prompt.accepted().get(label)),
          value);
    }
  }
}
