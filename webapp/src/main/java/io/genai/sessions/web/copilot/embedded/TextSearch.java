package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import java.util.ArrayList;
import java.util.List;

/** Finds words that are to be looked for in prompts. */
final class TextSearch {
  private static final String MENTION =
      "(?:mentions?|mentioning|mentioned|contains?|containing|contained|includes?|including|with the words?|with the phrase"
          + "|that says?|says|saying|reads|about|featuring|features?|asking for|ask for|talk about|talking about|refer to|referring to"
          + "|with the term|have the words?|has the word|use the words?|using the words?|containing the words?)";
  private static final String TERM =
      "(?!(?:at|none|no|only|any|some|one|two|three|more|less|least|most|not|all|every|both|single|several|many|few|fewer|exactly|nothing|something|over|under|between|people|someone|how|whether|when|where|the|a|an|and|or|in|on|by|per|have|has|had|get|gets|that|which|were|was|are|is|with|for|vs|versus|prompts?|prompt text|images?|them|it|this|each|how|what)(?= |$))[a-z0-9]+";

  private TextSearch() {}

  static void tag(Tagged q, Lexicon lexicon) {
    q.rewrite("(?:labell?ed|called|named) \" [^\"]* \"(?: (?:and|or) \" [^\"]* \")*", "");
    q.rewrite(
        "(?:start|starts|starting|begin|begins|beginning) with(?: the words?)? \" ([^\"]+) \"",
        g ->
            q.tag(
                g.get(0),
                new OfCondition(
                    "prompt",
                    new Filter(
                        "p.prompt_text ILIKE '" + g.get(1).strip().replace("'", "''") + "%'",
                        "the prompt starts with " + g.get(1)))));
    q.rewrite(
        "(?:asked for|ask for|asking for|requested|wanted|wrote|typed) (?:the word |an? |the )?("
            + TERM
            + ") ?,? (?:(?:going|judging|judged|counted|measured) )?(?:by|according to|as per)(?: the)? (?:words?|wording|text)(?: (?:in|of) (?:the |their )?prompts?(?: text)?)?",
        g -> search(q, g.get(0), "", List.of(g.get(1)), "or"));
    phrases(q, lexicon);
    q.rewrite(
        "(do not |not |never |without )?"
            + MENTION
            + "(?: (?:the|a|an|word|words|term|phrase|either|both|any|of|text))* \" ([^\"]+) \"(?: (or|and) (?:the )?\" ([^\"]+) \")?",
        g -> search(q, g.get(0), g.get(1), List.of(g.get(2), g.get(4)), g.get(3)));
    q.rewrite(
        "(do not |not |never |without )?"
            + MENTION
            + "(?: (?:the|a|an|word|words|term|phrase|either|both|any|of|text))* ("
            + TERM
            + ")(?: (or|and) (?:the |a |an )?("
            + TERM
            + "))?",
        g -> {
          boolean rows =
              g.get(2)
                      .matches(
                          "requests?|generations?|images?|attempts?|failures?|retries|timeouts?|errors?")
                  && !q.text().contains("prompt");
          if (rows) {
            return g.get(0).replaceFirst("contain(?:s|ing|ed)?", "with");
          }
          if (g.get(0).startsWith("about") && lexicon.knows(g.get(2))) {
            return g.get(0).replaceFirst("^about", "with");
          }
          if ((g.get(0).startsWith("about")
                  && (g.get(2).matches("[0-9.]+") || !q.text().contains("prompt")))
              || (g.get(0).matches("(?:include|includes|including|features?) .*")
                  && !q.text().contains("prompt"))) {
            return g.get(0);
          }
          return search(q, g.get(0), g.get(1), List.of(g.get(2), g.get(4)), g.get(3));
        });
    q.rewrite(
        "(without |not )?(?:with|having|have|has|contain|featuring)? ?\" ([^\"]+) \" (?:in|within|inside) (?:the |their |its )?(?:prompts?|text|prompt text|wording)",
        g -> search(q, g.get(0), g.get(1), List.of(g.get(2)), "or"));
    q.rewrite(
        "(<S>) (?:but|and|,) (?:not|never|no|without|do not mention|not mention)(?: the word| mention| any| an?| the)* (?:\" ([^\"]+) \"|("
            + TERM
            + "))",
        g ->
            g.get(1)
                + " "
                + search(q, g.get(2) + g.get(3), "not", List.of(g.get(2) + g.get(3)), "or"));
    q.rewrite("\" ([^\"]+) \"(?= prompt)", g -> search(q, g.get(0), "", List.of(g.get(1)), "or"));
  }

  /** "mentions red hair": words that nobody knows belong to the term before them. */
  private static void phrases(Tagged q, Lexicon lexicon) {
    q.rewrite(
        "("
            + MENTION
            + "(?: (?:the|a|an|word|words|term|phrase|either|both|any|of|text))*) ("
            + TERM
            + ") ("
            + TERM
            + ")(?: ("
            + TERM
            + "))?",
        g -> {
          boolean unsure =
              g.get(1).matches("(?:about|include|includes|including|features?)(?: .*)?");
          if (lexicon.knows(g.get(2) + " " + g.get(3))) {
            return g.get(1).replaceFirst("^\\S+", "with")
                + " "
                + g.get(2)
                + " "
                + g.get(3)
                + " "
                + g.get(4);
          }
          if (!isTerm(g.get(3), lexicon) || (unsure && !q.text().contains("prompt"))) {
            return g.get(0);
          }
          boolean longer = isTerm(g.get(4), lexicon);
          return "%s \" %s %s%s \"%s"
              .formatted(
                  g.get(1),
                  g.get(2),
                  g.get(3),
                  longer ? " " + g.get(4) : "",
                  longer || g.get(4).isEmpty() ? "" : " " + g.get(4));
        });
    q.rewrite(
        "("
            + MENTION
            + "(?: (?:the|a|an|word|words|term|phrase|either|both|any|of|text))* \" [^\"]+ \") (or|and) (?:the |an? )?("
            + TERM
            + ")",
        g -> g.get(1) + " " + g.get(2) + " \" " + g.get(3) + " \"");
  }

  private static boolean isTerm(String word, Lexicon lexicon) {
    return isUnknown(word) && !Vocabulary.GRAMMAR.contains(word) && !lexicon.knows(word);
  }

  private static String search(
      Tagged q, String surface, String not, List<String> terms, String link) {
    List<String> conditions = new ArrayList<>();
    for (String term : terms) {
      if (!term.isEmpty()) {
        String single = Words.singular(term.replace(" 's", "'s"));
        conditions.add("p.prompt_text ILIKE '%" + single.replace("'", "''") + "%'");
      }
    }
    String joined = String.join(link.equals("and") ? " AND " : " OR ", conditions);
    String sql = conditions.size() > 1 ? "(" + joined + ")" : joined;
    String words = "the prompt mentions " + String.join(" " + link + " ", terms).strip();
    Filter filter = new Filter(sql, words);
    return q.tag(surface, new OfCondition("prompt", not.isEmpty() ? filter : Filter.not(filter)));
  }

  /** "dragon prompts": a word that nobody knows before "prompts" is looked for in them. */
  static void prompts(Tagged q, Lexicon lexicon) {
    String unknown =
        "(?!(?:the|a|an|our|all|of|in|many|most|more|different|distinct|unique|their|recycled|these|those|each|every|such|which|same|some|any|one|no|longest|shortest|common|popular|average|complicated|complex|simple|total|per|by|and|or|for|with|from|like|on|to|as|how|what|top|new|number|write|use|used|is|are|do|does|repeated|frequent|reused|exact|wordier|better|worst|best|long|short|than|percent|blurred|broken|recent|latest)(?= ))([a-z]{3,})";
    List<String> both =
        q.find(
            "(<V>|[a-z]{3,}) (?:<E> )?(?:vs|versus|or|and|compared to|against|with) ("
                + "<V>|[a-z]{3,}"
                + ") (<E>)");
    boolean pair =
        !both.isEmpty()
            && entityIsPrompt(q, both.get(3))
            && (isUnknown(both.get(1)) || isUnknown(both.get(2)));
    if (pair) {
      q.rewrite(
          "(<V>|[a-z]{3,}) (?:<E> )?(vs|versus|or|and|compared to|against|with) (<V>|[a-z]{3,}) (<E>)",
          g -> {
            String left = word(q, g.get(1));
            String right = word(q, g.get(3));
            return search(q, left, "", List.of(left), "or")
                + " "
                + g.get(2)
                + " "
                + search(q, right, "", List.of(right), "or")
                + " "
                + g.get(4);
          });
      return;
    }
    q.rewrite(
        unknown + "(?= <E>)",
        g -> {
          List<String> next = q.find(g.get(1) + " (<E>)");
          return next.isEmpty()
                  || !entityIsPrompt(q, next.get(1))
                  || Vocabulary.isCommon(g.get(1))
                  || lexicon.knows(g.get(1))
              ? g.get(0)
              : search(q, g.get(1), "", List.of(g.get(1)), "or");
        });
  }

  private static boolean isUnknown(String word) {
    return word.matches("[a-z]+") && !Vocabulary.isCommon(word);
  }

  private static boolean entityIsPrompt(Tagged q, String tag) {
    return q.item(tag).surface().startsWith("prompt");
  }

  private static String word(Tagged q, String word) {
    return word.contains(":") ? q.item(word).surface() : word;
  }
}
