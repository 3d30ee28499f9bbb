package io.genai.sessions.web.copilot.embedded;

/** Turns of phrase that are put more plainly before any word is looked up. */
final class Rewordings {
  private static final String COUNT =
      "([0-9]+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)";

  private static final String MONTH =
      "january|february|march|april|may|june|july|august|september|october|november|december";

  private Rewordings() {}

  static void apply(Tagged q) {
    fillers(q);
    detours(q);
    // The start of a session has a count of its own.
    q.rewrite("sessions (?:start|begin)(?= (?:with|on|in) )", "sessions that started");
    q.rewrite("(?:only (?:on |for )?weekdays|weekdays only)", "on weekdays");
    superlatives(q);
    spenders(q);
    numbers(q);
    // "newcomers per week: how many users …" says twice what is counted.
    q.rewrite(
        "(?:newcomers?|new users|first timers?) ((?:per|by|each|every) (?:day|week|month)) ,(?= how many users .*first)",
        g -> g.get(1) + " ,");
    q.rewrite(
        "(?!.* (?:shares?|percent|percentages?|proportions?|fractions?) )how (?:is|are|was|were) ((?:(?!distributed|spread|split)[a-z]+ ){1,4})(?:distributed|spread|spread out|split|split up)(?: out)? (?:over|across|among|between|by)",
        g -> "number of " + g.get(1) + " by");
  }

  private static void numbers(Tagged q) {
    q.rewrite("(?:run|runs|running|ran|go|goes|going|went) (?:past|beyond)(?= [0-9])", "over");
    q.rewrite(
        "(?:the )?first (two|three|four|[234]) weeks (?:of|in) ("
            + MONTH
            + ") ([0-9]{4})(?: \\( [^()]* \\))?",
        g ->
            "between 1 %1$s %2$s and %3$d %1$s %2$s"
                .formatted(g.get(2), g.get(3), 7 * weeks(g.get(1))));
    // Beside another subject they are one themselves, not who asks.
    q.rewrite(
        "(?:people|persons|humans)(?= (?:and|or|vs|versus) (?:animals|creatures)(?: |$))",
        "person");
    q.rewrite(
        "(?<=(?:animals|creatures) (?:and|or|vs|versus) )(?:people|persons|humans)", "person");
  }

  /** A month has four whole weeks. */
  private static int weeks(String count) {
    return switch (count) {
      case "two", "2" -> 2;
      case "three", "3" -> 3;
      default -> 4;
    };
  }

  private static void superlatives(Tagged q) {
    q.rewrite("wordiest|most verbose", "longest");
    q.rewrite("rarest|scarcest", "least common");
    q.rewrite("commonest", "most common");
    q.rewrite("likeliest", "most likely");
    q.rewrite(
        "longest (?:that )?(?:an?y? |the )?(?:anyone|anybody|someone|somebody|user|users|people|customer|we)(?: (?:ever|has|had|have|to|been))* (?:wait|waited|waiting)(?: for (?:an? |the |any |their )?(?:image|response|answer|request|result|generation))?",
        "longest latency");
    q.rewrite(
        "(?!.* (?:first|second|third|next|between|after|before|until|sign|signing|session) )how long does it(?: (?:usually|typically|normally|generally|really|actually))* take(?: (?:to|for|us|users|people|get|make|generate|produce|receive|create|an?|one|the|image|images|request|response|answer))*",
        "average latency");
  }

  /**
   * "5 biggest spenders of every tier": users, ranked by what they spent, which is shown anyway.
   */
  private static void spenders(Tagged q) {
    q.rewrite(
        "(?:"
            + COUNT
            + " (?:lightest|smallest|lowest)|(?:lightest|smallest|lowest) "
            + COUNT
            + ") spenders?",
        g -> "bottom " + g.get(1) + g.get(2) + " users by total spend");
    String biggest = "(?:biggest|top|heaviest|largest|highest|leading|best)";
    boolean any =
        q.rewrite(
            "(?:" + COUNT + " " + biggest + "|" + biggest + " " + COUNT + ") spenders?",
            g -> "top " + g.get(1) + g.get(2) + " users by total spend");
    q.rewrite("(" + biggest + ") spenders", g -> g.get(1) + " spend");
    q.rewrite(
        "(second|third|fourth|fifth) " + biggest + " spender",
        g -> "user with the " + g.get(1) + " highest total spend");
    if (any) {
      q.rewrite("(?<=users by total spend )of (?=each|every)", "in ");
      q.rewrite(
          "(?:, )?(?:and|with|plus) (?:what (?:they|each|each of them|each one)(?: have| has)? (?:spent|paid|spend|pay)|(?:their|the) (?:total |overall )?(?:credits?|spend|spending|costs?|totals?|amounts?)(?: spent)?)(?= ?$| [.?,])",
          "");
    }
  }

  /** Questions that go by another way to the same figure. */
  private static void detours(Tagged q) {
    q.rewrite("(?:apart|aside) from", "excluding");
    q.rewrite(
        "by how much (?:do|does|did) ((?:(?!change)[a-z]+ ){1,5})change",
        g -> "change in " + g.get(1));
    q.rewrite(
        "(?<=[,(] )first (hour|day|week|month|one|row) (?:is )?(?:left out|omitted|skipped|dropped|excluded)",
        g -> "omit first " + g.get(1));
    q.rewrite(
        "(?:, |\\( )?(?:users|sessions|days|those) with (?:only |just )?(?:one|an?|no|1)(?: single)? [a-z]+ (?:included|too|as well)(?: \\))?(?= ?$| [.,])",
        "");
    q.rewrite(
        "when was (?:the |our )?(most recent|latest|newest|last|first|earliest) (?:sign ?up|registration)",
        g -> "when did the " + g.get(1).replace("most recent", "newest") + " user sign up");
    q.rewrite(
        "how many (minutes|hours|seconds) (?:did|does|do) (?:the |our )?(longest|shortest) session (?:last|take|run|go on)",
        g -> g.get(2) + " session in " + g.get(1));
    q.rewrite(
        "how many of (?:those|the people|the ones|people|the users) who", "how many users who");
    q.rewrite(
        "on an? (?:average|typical) (?:active |calendar )?(day|week|month)",
        g -> "per " + g.get(1) + " on average");
    q.rewrite(
        "([0-9]+|[a-z]+) (days|weeks|hours) (?:before|preceding|until|ending with|prior to) the (?:most recent|latest|last) (request|generation)",
        g -> g.get(1) + " " + g.get(2) + " up to the latest " + g.get(3));
    q.rewrite(
        "(?:(?:that|which) )?(?:were |are |was |is )?busier than (?:the |an )?(?:average|usual|typical)(?: day| hour| week)?",
        "with more requests than average");
  }

  private static void fillers(Tagged q) {
    q.rewrite("(?:up )?to date", "");
    q.rewrite("(?:went|go|goes|gone|get|got) through(?= without)", "");
    q.rewrite("next to(?: that of| those of| that for)?", "vs");
    q.rewrite("(?:looking|look) (?:only )?at", "of");
    q.rewrite("(?:account|accounts|accounted|accounting) for", "contribute");
    q.rewrite(", (?:ms|milliseconds|credits|pixels)(?=$| ,)", "");
    q.rewrite(
        "\\( (?:leave|leaving|keep)(?: the)? first (?:hour|day|week|month|one|row) (?:empty|blank|null) \\)",
        "");
    q.rewrite("by ([0-9]{3,4}) pixels?", g -> "by " + g.get(1));
    // Who never got there has no figure.
    if (q.has("first.*")) {
      q.rewrite(
          "(?:leave|leaving) out (?:the |those |all )?(?:users|people|those|sessions|customers) (?:who|that|which) never (?:got|had|have|did|get|succeeded|made)(?: (?:one|any|it|there))?",
          "");
    }
    q.rewrite("(?:for )?(?:any |some |a )?(?:reasons? )?other than", "except");
    q.rewrite(
        "(?:consists?|consisted|consisting|composed|made up|comprised)(?: only| just)? of", "with");
    q.rewrite(
        "time (?:that |which )?(?:an?|each|one|every|the|it takes an?|any) (?:generation|request|image)(?: (?:takes|took|needs|needed|requires|has|to (?:complete|finish|render|run)))+",
        "latency");
    q.rewrite(
        "(day|week|month|quarter|year) of (?:their |the |a user's )?(?:signups?|sign ups?|registration|joining|signing up)",
        g -> "signup " + g.get(1));
    q.rewrite(
        "(?:(?<=^ )|(?<=[,.:;] ))(?:(?:please|kindly|can|could|you|now|then|and) )*work out",
        "compute");
    q.rewrite("inter ?quartile (?:range|spread)", "iqr");
    q.rewrite(
        "(?:leave|leaving) (?:the )?first (hour|day|week|month|one|row) out",
        g -> "omit first " + g.get(1));
    q.rewrite("\\( \" [^\"]* \" \\)", "");
    q.rewrite(
        "(?<=^ )(?:show |give me )?(?:the )?(?:earliest|first|oldest) and (?:the )?(?:latest|last|newest|most recent) (request|generation|session|image)(?: (?:in|of)(?: the| our)? data)?(?= ?$)",
        g -> "when did the first and the last " + g.get(1) + " happen");
    q.rewrite(
        "(?:with|mentioning|containing) (?:and|or|vs|versus) (?:without|not mentioning|not containing)(?: the (?:word|phrase|term))? (\" [^\"]* \")",
        g -> "mentioning " + g.get(1) + " vs without");
    q.rewrite("(?:lit|illuminated) (?:by|with|in)", "with");
    q.rewrite("clusters?(?= (?:on|around|at|together) )", "concentrate");
    q.rewrite(
        "how (?:variable|volatile|erratic|scattered|spread out) (?:is|are|was|were)(?: the| our)?",
        "");
    q.rewrite(
        "\\( (?:the )?(?:absolute )?difference (?:of|between|in) (?:the )?(?:two|both)(?: [a-z]+)? \\)",
        "");
    q.rewrite("(?:, )?(?!side |one |step |bit )([a-z]{3,}) by \\1", g -> "by " + g.get(1));
    q.rewrite(
        "(?:had|have|has|having) (?:one|any|a request|some|requests|a single one) (fail|time out)",
        g -> g.get(1).equals("fail") ? "failed" : "timed out");
    q.rewrite(
        "how many times (?:are|were|is|was|do|does|did)(?: they| it| requests| we)* (?:retried|retry)( on average)?",
        g -> g.get(1).isEmpty() ? "number of retries" : "average retries");
    q.rewrite("avg", "average");
    q.rewrite("mins", "minutes");
    q.rewrite("secs", "seconds");
    q.rewrite("hrs", "hours");
    q.rewrite(
        "between (?:any |the )?(?:two|2)(?= (?:consecutive|successive|adjacent|back to back|sessions|visits|requests|generations))",
        "between");
  }
}
