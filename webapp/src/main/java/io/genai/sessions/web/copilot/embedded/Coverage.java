package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.web.copilot.embedded.Meaning.OfAggregation;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;
import io.genai.sessions.web.copilot.embedded.Meaning.OfFact;
import io.genai.sessions.web.copilot.embedded.Meaning.OfMeasure;
import io.genai.sessions.web.copilot.embedded.Meaning.OfNumber;
import io.genai.sessions.web.copilot.embedded.Meaning.OfPeriod;
import io.genai.sessions.web.copilot.embedded.Meaning.OfValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds the finished query against the question: each value, number, period, figure and split that
 * was named must have left its mark, and no word that turns a meaning may be left unread.
 */
final class Coverage {
  private static final Pattern COLUMN = Pattern.compile("\\b[a-z]+\\.([a-z_]+)");
  private static final Pattern QUOTED = Pattern.compile("'((?:[^']|'')*)'");
  private static final Set<String> TURNING =
      Vocabulary.words(
          "above below more less than fewer least every not no never none without except highest lowest largest"
              + " smallest longest shortest biggest fastest slowest last second third next previous before"
              + " same half double twice triple consecutive least worst best bottom median percentile total"
              + " correlation correlate correlated ratio rank ranking distribution difference change growth"
              + " share percent percentage fraction proportion portion average mean typical maximum minimum"
              + " bucket bin most oldest newest earliest latest quartile decile interquartile row longer shorter bigger larger cumulative running moving rolling per each split retention return returning returned first only exclusively twice far further farther away deviation deviate instead rarely rare popular newer older busy busier late later early earlier recent recently another again several few slower faster cheaper higher lower better worse smaller increase increased increasing decrease decreased decreasing grow grew grown growing rise rose rising drop dropped decline declined improve improved worsen worsened trend");

  /** Asks for the first of a ranking, in whichever sentence it stands. */
  private static final Pattern RANKED =
      Pattern.compile(
          " which [^?:]* (most|least|highest|lowest|fewest|largest|smallest|longest|shortest) [^?:]*[?]");

  /** Columns that say the same at another grain. */
  private static final Map<String, String> SAME =
      Map.of(
          "status", "success_rate",
          "total_generations", "session_id",
          "total_cost_credits", "cost_credits",
          "avg_latency_ms", "latency_ms");

  private final Draft draft;
  private final String sql;

  Coverage(Draft draft, String sql) {
    this.draft = draft;
    this.sql = sql;
  }

  /**
   * What is missing.
   *
   * @param tagged the part that was read, before it was read
   * @param left what of it was left over
   * @param whole the whole question
   */
  List<String> missing(Tagged tagged, Tagged left, Tagged whole) {
    Set<String> missing = new TreeSet<>();
    for (Item item : tagged.remaining().values()) {
      if (!isListed(item, whole) && (!isMarked(item) || !isSplit(item))) {
        missing.add(item.surface());
      }
    }
    Set<String> read = new TreeSet<>();
    tagged.remaining().values().forEach(item -> read.add(item.surface()));
    for (Item item : whole.remaining().values()) {
      boolean sets =
          item.as(OfMeasure.class).isEmpty()
              && item.as(OfFact.class).isEmpty()
              && (item.as(OfValue.class).isPresent()
                  || item.as(Meaning.OfBands.class).isPresent()
                  || item.as(OfNumber.class).isPresent()
                  || item.as(OfDimension.class).isPresent()
                  || item.as(OfCondition.class).isPresent()
                  || item.as(OfPeriod.class).isPresent());
      boolean figure =
          draft.implied
              && !read.contains(item.surface())
              && !isMarked(item)
              && (item.as(OfMeasure.class).isPresent() || item.as(OfFact.class).isPresent());
      if (figure) {
        missing.add(item.surface());
      }
      if (sets
          && !isListed(item, whole)
          && !(isMarked(item) && isSplit(item))
          && (read.contains(item.surface()) || !(isGrouped(item) && isAsked(whole, item)))) {
        missing.add(item.surface());
      }
    }
    for (String noun :
        Tagged.pattern("(?:how many|number of|count of)(?: <S>| <V>)* (<E>)")
            .matcher(whole.text())
            .results()
            .map(found -> found.group(1))
            .toList()) {
      Item item = whole.item(noun);
      boolean counted =
          draft.measures.stream().anyMatch(m -> counts(m, item.as(OfEntity.class)))
              || draft.summary.isPresent()
              || !draft.implied;
      if (!read.contains(item.surface()) && !counted) {
        missing.add(item.surface());
      }
    }
    missing.addAll(Promises.broken(whole, sql, draft.order.isPresent()));
    Matcher superlative = RANKED.matcher(whole.text());
    while (superlative.find()) {
      if (draft.order.isEmpty() && draft.first.isEmpty() && draft.place.isEmpty()) {
        missing.add(superlative.group(1));
      }
    }
    for (Item item : left.remaining().values()) {
      boolean unused =
          item.meanings().stream()
              .allMatch(
                  m ->
                      (m instanceof Meaning.OfComparison c && !isMarked(c))
                          || (m instanceof OfNumber n && n.value().compareTo(BigDecimal.ONE) > 0)
                          || m instanceof Meaning.OfBands
                          || m instanceof Meaning.OfPerOwner
                          || m instanceof Meaning.OfUnit
                          || (m instanceof OfAggregation a && !isMarked(a)));
      if (unused && !item.meanings().isEmpty()) {
        missing.add(item.surface());
      }
    }
    Matcher clause =
        Pattern.compile(".* (?:by|per) ((?:how|what|which|where|who|when) .*)")
            .matcher(left.text());
    if (clause.matches()) {
      missing.add(clause.group(1).strip());
    }
    counted(tagged, missing);
    countedLast(tagged, missing);
    asked(whole, missing);
    Matcher quoted = Pattern.compile("\" ([^\"]+) \"").matcher(left.text());
    while (quoted.find()) {
      missing.add(quoted.group(1));
    }
    if (draft.groups.isEmpty()
        && left.text()
            .matches(".* [A-Z]*[SV][A-Z]*:[0-9]+(?: \\S+){0,2} (?:vs|versus|against) .*")) {
      missing.add("vs");
    }
    if (draft.groups.isEmpty()
        && left.text().matches(".* (?:compared|versus|vs|as opposed) .*")
        && draft.measures.size() < 2) {
      missing.add("compared");
    }
    if (left.text().matches(".* how many(?! [A-Z]+:[0-9]| (?:of )?(?:the )?[A-Z]+:[0-9]).*")
        && !sql.contains("count(")) {
      missing.add("how many");
    }
    // A condition that was read already leaves out all else.
    String turning =
        left.text()
            .replaceAll(
                "( [A-Z]*[SVHTC][A-Z]*:[0-9]+(?: [A-Z]*E[A-Z]*:[0-9]+)?) only(?= ?$| [).,])", "$1");
    for (String word : Words.split(turning.strip())) {
      if (TURNING.contains(word) || word.matches("[0-9]+(?:st|nd|rd|th)")) {
        missing.add(word);
      }
    }
    return new ArrayList<>(missing);
  }

  /** "those two moods": the number of values that the query names. */
  private boolean isListed(Item item, Tagged whole) {
    return item.as(OfNumber.class).isPresent()
        && sql.contains(" IN (")
        && whole
            .text()
            .matches(".* (?:those|these|the|both|all) [A-Z]*N:[0-9]+ [A-Z]*[DE][A-Z]*:.*");
  }

  /** "users, requests and credits by …": each noun of a list at the start is a figure. */
  private void counted(Tagged tagged, Set<String> missing) {
    for (String tag :
        Words.split(
            String.join(
                " ",
                tagged.find(
                    "(?<=^ )(?:(?:show|list|give|compare|the|of|number|count|total|how|many) )*((?:<E> (?:,|and|, and) (?:(?:number|count|of|total|the) )*)+)(?:<A> )?(?:<E>|<M>|<F>)")))) {
      if (tag.matches("[A-Z]*E[A-Z]*:[0-9]+")
          && tagged.item(tag).as(OfMeasure.class).isEmpty()
          && draft.measures.stream()
              .noneMatch(measure -> counts(measure, tagged.item(tag).as(OfEntity.class)))
          && draft.groups.stream().noneMatch(Dimension::identifier)) {
        missing.add(tagged.item(tag).surface());
      }
    }
  }

  /** "new users per week and their requests": what is said last is a figure too. */
  private void countedLast(Tagged tagged, Set<String> missing) {
    List<String> last =
        tagged.find(
            "(?:and|plus)(?: (?:their|its|the|number|count|of|total))+ (<E>)(?= ?$| (?:by|per))");
    if (!last.isEmpty()
        && draft.measures.stream()
            .noneMatch(measure -> counts(measure, tagged.item(last.get(1)).as(OfEntity.class)))
        && draft.groups.stream().noneMatch(Dimension::identifier)) {
      missing.add(tagged.item(last.get(1)).surface());
    }
  }

  private static boolean counts(Measure measure, Optional<OfEntity> noun) {
    String name = noun.map(found -> found.entity().name()).orElse("");
    return measure.expression().contains("count(")
        && (measure.entity().equals(name) || measure.expression().contains(name + "_id"));
  }

  /** "How many sessions …" asks for one figure, unless it goes on to others. */
  private void asked(Tagged whole, Set<String> missing) {
    long figures =
        draft.measures.stream()
            .filter(
                measure ->
                    draft.thresholds.stream()
                            .noneMatch(t -> t.measure().expression().equals(measure.expression()))
                        && draft
                            .order
                            .filter(o -> o.measure().expression().equals(measure.expression()))
                            .isEmpty())
            .count();
    boolean one =
        whole.text().matches(" how many .*")
            && !whole
                .text()
                .matches(
                    ".* (?:,|and|with|plus|vs|versus|or|compared|also|alongside|including|[?:;.]) .+");
    if (one && figures > 1) {
      missing.add("how many");
    }
  }

  /** "Do pro users …? Rate by tier": the split shows the value too. */
  private boolean isGrouped(Item item) {
    return item.as(OfValue.class).filter(v -> draft.groups.contains(v.dimension())).isPresent();
  }

  /** Whether it stands in a sentence that ends with a question mark. */
  private static boolean isAsked(Tagged whole, Item item) {
    boolean seen = false;
    for (String word : Words.split(whole.text().strip())) {
      boolean tag = word.matches("[A-Z]+:[0-9]+");
      seen |= tag && whole.item(word).equals(item);
      if (seen && word.matches("[?:;!.]")) {
        return word.equals("?");
      }
    }
    return false;
  }

  private boolean isMarked(Item item) {
    return draft.covered.contains(item.surface())
        || sql.contains("%" + item.surface() + "%")
        || item.meanings().isEmpty()
        || item.meanings().stream().anyMatch(this::isMarked);
  }

  private boolean isMarked(Meaning meaning) {
    if (meaning instanceof OfValue value) {
      return sql.contains("'" + value.value() + "'")
          || (value.value().equals("success") && sql.contains("success_rate"));
    }
    if (meaning instanceof Meaning.OfBands bands) {
      return bands.labels().stream().allMatch(label -> sql.contains("'" + label + "'"));
    }
    if (meaning instanceof OfPeriod period) {
      String condition = period.filter().condition();
      String end = condition.substring(condition.lastIndexOf("{time}") + "{time}".length());
      boolean days =
          condition.contains("dayname(") && (sql.contains("isodow(") || marks(QUOTED, condition));
      return days || (condition.contains("'") ? marks(QUOTED, condition) : sql.contains(end));
    }
    if (meaning instanceof OfDimension dimension) {
      return dimension.dimension().isTime()
          || draft.groups.contains(dimension.dimension())
          || marks(COLUMN, dimension.dimension().expression());
    }
    if (meaning instanceof OfNumber number) {
      return isMarked(number);
    }
    if (meaning instanceof OfCondition condition) {
      String sqlOfCondition = condition.filter().condition();
      if (sqlOfCondition.startsWith("isodow(")) {
        return sql.contains("isodow(") || sql.contains("dayname(");
      }
      return (condition.entity().equals("prompt") && sqlOfCondition.contains("ILIKE"))
          ? marks(QUOTED, sqlOfCondition)
          : marks(COLUMN, sqlOfCondition);
    }
    if (meaning instanceof OfAggregation aggregation) {
      return isMarked(aggregation);
    }
    if (meaning instanceof OfMeasure measure) {
      return marks(COLUMN, measure.measure().expression());
    }
    if (meaning instanceof OfFact fact) {
      return marks(COLUMN, fact.fact().expression());
    }
    return true;
  }

  private boolean marks(Pattern pattern, String expression) {
    Matcher matcher = pattern.matcher(expression);
    boolean any = false;
    boolean found = false;
    while (matcher.find()) {
      any = true;
      String name = matcher.group(1);
      found |= sql.contains(name) || sql.contains(SAME.getOrDefault(name, name));
    }
    return found || !any;
  }

  private boolean isMarked(Meaning.OfComparison comparison) {
    return comparison.bound() instanceof Meaning.Bound.Fixed fixed
        && isMarked(new OfNumber(fixed.value(), fixed.unit()));
  }

  private boolean isMarked(OfAggregation aggregation) {
    return switch (aggregation.name()) {
      case "average" -> sql.contains("avg(") || sql.contains(" / ");
      case "total" -> sql.contains("sum(") || sql.contains("total");
      default -> sql.contains(aggregation.format().replaceAll("\\(.*", "("));
    };
  }

  private boolean isMarked(OfNumber number) {
    BigDecimal value = number.value();
    for (String factor : List.of("1", "100", "1000", "60", "60000", "3600")) {
      BigDecimal by = new BigDecimal(factor);
      if (holds(value.multiply(by)) || holds(value.divide(by, MathContext.DECIMAL64))) {
        return true;
      }
    }
    // "(churned = 1, stayed = 0)", "(no requests count as 0)"
    boolean absent = value.signum() == 0 && (sql.contains("corr(") || sql.contains("coalesce("));
    return absent
        || holds(value.subtract(BigDecimal.ONE))
        || holds(value.add(BigDecimal.ONE))
        || holds(BigDecimal.ONE.subtract(value))
        || (value.signum() > 0 && holds(BigDecimal.ONE.divide(value, MathContext.DECIMAL64)))
        || value.compareTo(BigDecimal.ONE) == 0;
  }

  private boolean holds(BigDecimal number) {
    String digits = number.stripTrailingZeros().toPlainString().replace(".", "\\.");
    return Pattern.compile("(?<![0-9.])" + digits + "(?:\\.0+)?(?![0-9])").matcher(sql).find();
  }

  /** A name that can only be a split must be one, or say of what a value is. */
  private boolean isSplit(Item item) {
    boolean onlySplit = item.meanings().stream().allMatch(OfDimension.class::isInstance);
    if (!onlySplit || item.meanings().isEmpty()) {
      return true;
    }
    Dimension dimension = item.as(OfDimension.class).orElseThrow().dimension();
    if (draft.groups.contains(dimension)) {
      return true;
    }
    if (dimension.name().equals("weekday")) {
      return sql.contains("isodow(") || sql.contains("dayname(");
    }
    return dimension.isTime() || marks(COLUMN, dimension.expression());
  }
}
