package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.warehouse.semantic.VerifiedQuestion;
import io.genai.sessions.web.copilot.Generated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says no, and why: better than a guess. */
final class Refusals {
  private static final int LONGEST = 1000;
  private static final Pattern CHANGE =
      Pattern.compile(
          "^ ?(?:please |pls |plz |just |kindly |now |can you |could you |go ahead and |now )*(?:delete|remove|drop|erase|purge|truncate|update|insert|upgrade|downgrade|reset|rename"
              + "|wipe|clear|alter|modify|overwrite|set|change (?:the|my|our|his|her|their|this|that|all|every)|move|assign|ban|block|refund|grant|revoke|merge|import|load|cancel|disable|enable"
              + "|archive|add a|add an|add the|add new|create (?:a|an|the|new)|send|email|notify|export all|deactivate|unsubscribe|double the|give (?:every|all|each|free|pro|enterprise))\\b.*");
  private static final Pattern ABSENT =
      Pattern.compile(
          "\\b(email|emails|phone number|phone numbers|telephone|passwords?|real names?|full names?|last names?|first names?|surname|usernames?|home address|street address|postal|zip codes?"
              + "|ip address|ip addresses|ips|age|ages|old are|birthdays?|birth|gender|sex of|male|female|men|women users|income|salary|occupation|job titles?|nationality|ethnicity"
              + "|nps|net promoter|how happy|how satisfied|page views?|bounce rate|landing page|clicks?|promoter score|satisfaction|csat|surveys?|feedback|ratings?|stars|likes|liked|upvotes?|favou?rites|favou?rited|downloads?|downloaded|shares on|followers|comments"
              + "|ab test|a b test|experiments?|treatment|control group|conversion|converted|convert|trial|trials|revenue|revenues|dollars?|usd|euros?|profit|profits|margin|invoices?|payments?|refunds?|mrr|arr|ltv|lifetime value"
              + "|coupon|discounts?|marketing|campaigns?|ads|utm|referrals?|referred|referrer|acquisition channel|acquisition cost|cac"
              + "|gpu|gpus|cpu|servers?|datacenter|data center|clusters? node|energy|electricity|carbon|co2|memory usage|uptime|sla"
              + "|weather|stock|stocks|joke|poem|recipe|president|capital of|news|movie|football|bitcoin"
              + "|countries|country|cities|language|languages|browsers?|operating systems?|ios|android|app version|screen size|time zone|timezones?"
              + "|support tickets?|tickets?|complaints?|employees?|team|company|competitors?|midjourney|dall e|dalle|chatgpt"
              + "|forecast|forecasts|predict|prediction|projected|next week|next month|next quarter|next year|tomorrow|will be|budget"
              + "|celebrit(?:y|ies)|copyright|licen[cs]e|watermarks?|credit cards?|bank|negative prompts?|lora|checkpoint|upscal\\w+|inpaint\\w*|face|faces)\\b");
  private static final Pattern NOW =
      Pattern.compile(
          "\\b(yesterday|today|tonight|this (?:morning|week|month|year|quarter)|last (?:week|month|year|quarter|night)|right now|currently online|at the moment|so far this)\\b");

  private final SemanticModel model;
  private final DataProfile data;
  private final Map<VerifiedQuestion, Set<String>> verified = new LinkedHashMap<>();

  Refusals(SemanticModel model, DataProfile data) {
    this.model = model;
    this.data = data;
    model.verifiedQuestions().forEach(known -> verified.put(known, words(known.question())));
  }

  Optional<Generated.Refused> beforeReading(String question, String plain) {
    if (plain.isBlank()) {
      return Optional.of(
          refused(
              question,
              "Ask a question, for example: " + model.verifiedQuestions().get(0).question()));
    }
    if (question.length() > LONGEST) {
      return Optional.of(
          refused(
              question,
              "The question has %,d characters; at most %,d are read."
                  .formatted(question.length(), LONGEST)));
    }
    long latin = plain.chars().filter(c -> c < 0x250).count();
    if (latin * 10 < plain.length() * 8L) {
      return Optional.of(refused(question, "Only English is understood."));
    }
    if (CHANGE.matcher(plain).matches()) {
      return Optional.of(
          refused(
              question,
              "The Copilot only reads: it never changes, adds, deletes or sends anything."));
    }
    Matcher absent = ABSENT.matcher(plain);
    while (absent.find()) {
      boolean searched =
          plain
                  .substring(0, absent.start())
                  .matches(
                      ".*(?:mention\\w*|contain\\w*|includ\\w*|about|with the word|with|\")(?: an?| the)? \"? ?$")
              && plain.contains("prompt");
      if (!searched) {
        return Optional.of(
            refused(
                question, "The warehouse holds nothing about “%s”.".formatted(absent.group(1))));
      }
    }
    Matcher now = NOW.matcher(plain);
    if (now.find() && !plain.matches(".*\\b(of|in) (?:the |our )?data.*")) {
      return Optional.of(
          refused(
              question,
              "“%s” has no data: it runs from %s to %s. Ask for a day or period of that time, for example %s."
                  .formatted(
                      now.group(1),
                      data.first().toLocalDate(),
                      data.last().toLocalDate(),
                      data.last().toLocalDate())));
    }
    return Optional.empty();
  }

  /** After reading: were words left over that carry meaning? */
  Optional<Generated.Refused> afterReading(String question, EmbeddedGenerator.Reading reading) {
    Draft draft = reading.draft();
    List<String> unknown = unknown(reading);
    if (unknown.size() > 0) {
      return Optional.of(
          refused(
              question,
              "Not sure what is meant by %s."
                  .formatted(
                      String.join(", ", unknown.stream().map(w -> "“" + w + "”").toList()))));
    }
    for (var filter : draft.filters) {
      Matcher range =
          Pattern.compile(
                  "\\{time\\} >= TIMESTAMP '([0-9-]+)' AND \\{time\\} < TIMESTAMP '([0-9-]+)'")
              .matcher(filter.condition());
      if (range.matches()
          && draft.measures.stream().noneMatch(m -> m.entity().equals("user"))
          && (range.group(2).compareTo(data.first().toLocalDate().toString()) <= 0
              || range.group(1).compareTo(data.last().toLocalDate().toString()) > 0)) {
        return Optional.of(
            refused(
                question,
                "There is no data %s: it runs from %s to %s."
                    .formatted(
                        filter.words(), data.first().toLocalDate(), data.last().toLocalDate())));
      }
    }
    return Optional.empty();
  }

  /** Words that carry meaning and were not read. */
  List<String> unknown(EmbeddedGenerator.Reading reading) {
    List<String> unknown = new ArrayList<>();
    for (String word : Words.split(reading.question().text().strip())) {
      if (word.matches("[a-z]{3,}")
          && !Vocabulary.isCommon(word)
          && !Vocabulary.GRAMMAR.contains(word)
          && !isSaidByFilter(word, reading.draft())) {
        unknown.add(word);
      }
    }
    return unknown;
  }

  /** "complex prompts with complexity 5": the adjective adds nothing to the filter. */
  private boolean isSaidByFilter(String word, Draft draft) {
    return model.facts().stream()
        .filter(
            fact ->
                Stream.concat(fact.high().stream(), fact.low().stream())
                    .anyMatch(phrase -> List.of(Words.split(phrase)).contains(word)))
        .anyMatch(
            fact ->
                draft.filters.stream().anyMatch(f -> f.condition().contains(fact.expression()))
                    || draft.measures.stream()
                        .anyMatch(m -> m.expression().contains(fact.expression())));
  }

  Generated.Refused notUnderstood(String question, Tagged q) {
    return refused(question, "Could not make out which figure is asked for.");
  }

  /** A part of the question has no place in the query: to answer without it would be a guess. */
  Generated.Refused leftOut(String question, List<String> missing) {
    return refused(
        question,
        "An answer would leave out %s of the question."
            .formatted(String.join(" and ", missing.stream().map(m -> "“" + m + "”").toList())));
  }

  Generated.Refused cannot(String question, String reason) {
    return refused(question, reason);
  }

  private Generated.Refused refused(String question, String reason) {
    return new Generated.Refused(reason, nearest(question));
  }

  /** The verified questions that share most words with it. */
  private List<String> nearest(String question) {
    Set<String> words = words(question);
    return verified.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                (Map.Entry<VerifiedQuestion, Set<String>> known) ->
                    -overlap(words, known.getValue())))
        .limit(3)
        .map(known -> known.getKey().question())
        .toList();
  }

  private static double overlap(Set<String> left, Set<String> right) {
    Set<String> common = new HashSet<>(left);
    common.retainAll(right);
    return common.size() / Math.sqrt(right.size() + 1.0);
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : Words.split(Words.key(text))) {
      if (!Vocabulary.isCommon(word) || word.length() > 5) {
        words.add(word);
      }
    }
    return words;
  }
}
