package io.genai.sessions.pipeline.simulate;

/** A user's plan, and how users of it differ. */
enum Tier {
  FREE("free", 0.70, 1, 2.5, 0.40),
  PRO("pro", 0.25, 3, 1.2, 0.15),
  ENTERPRISE("enterprise", 0.05, 8, 0.6, 0.05);

  /** As the warehouse writes it. */
  final String label;

  /** Share of users. */
  final double share;

  /** How many times as active as a free user. */
  final double activity;

  /** Mean days between a user's sessions. */
  final double daysBetweenSessions;

  /** Probability of leaving after a session without any friction. */
  final double churnBase;

  Tier(String label, double share, double activity, double daysBetweenSessions, double churnBase) {
    this.label = label;
    this.share = share;
    this.activity = activity;
    this.daysBetweenSessions = daysBetweenSessions;
    this.churnBase = churnBase;
  }

  /** The tier of an observed user, drawn. */
  static Tier of(long seed, String userId) {
    return at(Draws.of(seed, "tier", userId).nextDouble());
  }

  /**
   * The tier that holds a position where the tiers lie side by side, each as wide as its share.
   *
   * @param position 0..1
   */
  static Tier at(double position) {
    double left = position;
    for (Tier tier : values()) {
      left -= tier.share;
      if (left < 0) {
        return tier;
      }
    }
    return FREE;
  }

  /**
   * Probability of leaving after a session.
   *
   * @param frictionShare the session's friction score over its maximum, 0..1
   */
  double churnProbability(double frictionShare) {
    return Math.min(0.95, churnBase * (1 + frictionShare));
  }
}
