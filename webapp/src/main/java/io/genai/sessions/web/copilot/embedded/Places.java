package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;
import java.util.Locale;

/**
 * What a user's or session's first, second or last row holds, said of its owner: "churn rate by the
 * model version of their first request", "failed with the first request and succeeded with the
 * second", "the spend of users whose first request failed".
 */
final class Places extends Ordinals {
  Places(SemanticModel model) {
    super(model);
  }

  void places(Tagged q) {
    attributes(q);
    outcomes(q);
    ownersOf(q);
  }

  /** "by the model version of their first request", "by status of the session's last request". */
  private void attributes(Tagged q) {
    q.rewrite(
        "(<D>)(?: (?:used|tried|chosen|picked|seen))? (?:of|in|on|at|with|for)"
            + OF
            + " "
            + NTH
            + "(?: ever)? (<E>)(?: (?:of|in|within)"
            + OF
            + " (<E>))?",
        g -> attribute(q, g.get(0), g.get(1), g.get(2), g.get(3), g.get(4)));
    q.rewrite(
        "(by|per|each|every|which|what|across)" + OF + " " + NTH + " (<E>) 's (<D>)",
        g -> {
          String found = attribute(q, g.get(0), g.get(4), g.get(2), g.get(3), "");
          return found.equals(g.get(0)) ? found : g.get(1) + " " + found;
        });
    q.rewrite(
        "(<D>)(?: (?:that|which|on which|with which))?(?: (?:they|it|he|she|<E>|user))?(?: (?:first|originally|initially))?"
            + " (?:started|start|starts|began|begin|begins|opened|open|opens) (?:on|with|out on|off with|out with|off on|in)(?= |$)",
        g ->
            attribute(
                q,
                g.get(0),
                g.get(1),
                "first",
                q.tag("request", new OfEntity(model.entity("generation"))),
                ""));
  }

  private String attribute(
      Tagged q, String surface, String tag, String ordinal, String rowsTag, String ownerTag) {
    if (q.item(tag).as(OfCondition.class).isPresent()) {
      return surface;
    }
    Dimension dimension = q.item(tag).as(OfDimension.class).orElseThrow().dimension();
    Entity said = entity(q, rowsTag);
    Entity rows = said.name().equals("prompt") ? model.entity("generation") : said;
    boolean fits =
        dimension.entity().equals(rows.name())
            || (dimension.entity().equals("prompt") && rows.name().equals("generation"));
    if (!fits || dimension.isTime() || dimension.identifier() || rows.name().equals("user")) {
      return surface;
    }
    Entity owner = ownerTag.isEmpty() ? ownerOf(q, rows) : entity(q, ownerTag);
    if (!owner.name().matches("user|session") || owner.equals(rows)) {
      return surface;
    }
    OrderedRows ordered = new OrderedRows(owner, rows);
    return q.tag(
        surface,
        new OfDimension(
            Bands.of(
                OrdinalName.of(ordinal) + "_" + dimension.name(),
                dimension.label()
                    + " of the "
                    + ordinal
                    + " "
                    + rows.label().toLowerCase(Locale.ROOT),
                owner.name(),
                ordered.column(ordered.nth(dimension.expression(), OrderedRows.place(ordinal))),
                dimension.type())));
  }

  /** "failed with their first request and succeeded with their second". */
  private void outcomes(Tagged q) {
    String with = "(?: (?:with|on|in|at|for|during|the|their|its|very))*";
    String then = "(?: (?:,|and|but|then|also|yet|whose|who|that|which))+";
    q.rewrite(
        "(?:(?:who|that|which|have|has|had|whose) )*(<S>|<V>)"
            + with
            + " "
            + NTH
            + " (<E>)"
            + then
            + " (<S>|<V>)"
            + with
            + " (?:"
            + NTH
            + "|(?:one|<N>) after(?: that)?)(?: (?:<E>|one|<N>))?(?= |$)",
        g -> outcomes(q, g.get(0), g.get(3), g.get(1), g.get(2), g.get(4), g.get(5)));
    q.rewrite(
        "(?:(?:who|that|which|have|has|had|whose|where|with) )*(?:the |their |its )?(?:very )?"
            + NTH
            + " (<E>)"
            + HAS
            + " (<S>|<V>)"
            + then
            + "(?: (?:the|their|its|very))* "
            + NTH
            + "(?: (?:<E>|one|<N>))?"
            + HAS
            + " (<S>|<V>)",
        g -> outcomes(q, g.get(0), g.get(2), g.get(3), g.get(1), g.get(5), g.get(4)));
  }

  private String outcomes(
      Tagged q,
      String surface,
      String rowsTag,
      String first,
      String nth,
      String second,
      String mth) {
    Entity rows = entity(q, rowsTag);
    OfCondition left = condition(q, first);
    OfCondition right = condition(q, second);
    if (!left.entity().equals(rows.name()) || !right.entity().equals(rows.name())) {
      return surface;
    }
    OrderedRows ordered = new OrderedRows(ownerOf(q, rows), rows);
    int from = OrderedRows.place(nth);
    int to = mth.isEmpty() ? from + 1 : OrderedRows.place(mth);
    return q.tag(
        surface,
        new OfCondition(
            ordered.owner().name(),
            ordered.owners(
                ordered.nth(left.filter().condition(), from)
                    + " AND "
                    + ordered.nth(right.filter().condition(), to),
                left.filter().words() + " first, then " + right.filter().words())));
  }

  /** "the spend of users whose first request failed": of all their requests, not of that one. */
  private void ownersOf(Tagged q) {
    String the = "(?: (?:the|their|its|his|very))*";
    q.rewrite(
        "(<E>) (?:whose|where|in which|for whom)"
            + the
            + " "
            + NTH
            + " (<E>)"
            + HAS
            + " (<S>|<V>)(?: <E>)?(?= |$)",
        g -> owner(q, g.get(0), g.get(1), g.get(2), g.get(3), g.get(4)));
    q.rewrite(
        "(<E>) (?:who|that|which)(?: (?:have|had|has|were|was|got|hit|already))* (<S>|<V>) (?:with|on|in|at|after|during|for)"
            + the
            + " "
            + NTH
            + " (<E>)(?= |$)",
        g -> owner(q, g.get(0), g.get(1), g.get(3), g.get(4), g.get(2)));
    q.rewrite(
        "(<E>) (?:who|that|which) (?:(start|started|begin|began|open|opened)|end|ended|finish|finished|stop|stopped)(?: (?:out|off|up))? (?:with|on|in)(?: (?:a|an))? (<S>|<V>)(?: <E>)?(?= |$)",
        g ->
            entity(q, g.get(1)).name().equals("user")
                ? owner(
                    q,
                    g.get(0),
                    g.get(1),
                    g.get(2).isEmpty() ? "last" : "first",
                    q.tag("request", new OfEntity(model.entity("generation"))),
                    g.get(3))
                : g.get(0));
  }

  private String owner(
      Tagged q, String surface, String ownerTag, String nth, String rowsTag, String conditionTag) {
    Entity owner = entity(q, ownerTag);
    Entity rows = entity(q, rowsTag);
    OfCondition condition = condition(q, conditionTag);
    boolean known =
        owner.name().equals("session") && condition.filter().condition().startsWith("g.status");
    if (!owner.name().matches("user|session")
        || known
        || owner.equals(rows)
        || !condition.entity().equals(rows.name())) {
      return surface;
    }
    OrderedRows ordered = new OrderedRows(owner, rows);
    return ownerTag
        + " "
        + q.tag(
            surface,
            new OfCondition(
                owner.name(),
                ordered.owners(
                    ordered.nth(condition.filter().condition(), OrderedRows.place(nth)),
                    "the " + nth + ": " + condition.filter().words())))
        + (owner.name().equals("user") && q.has(SHARE) ? " " + q.tag("active", active()) : "");
  }

  /** The name of a place in a column's name. */
  private static final class OrdinalName {
    static String of(String ordinal) {
      return switch (OrderedRows.place(ordinal)) {
        case 1 -> "first";
        case 2 -> "second";
        case 3 -> "third";
        case 4 -> "fourth";
        case 5 -> "fifth";
        default -> "last";
      };
    }
  }
}
