package io.genai.sessions.pipeline.read;

import io.genai.sessions.pipeline.records.BadRecord;

/** A bad record and where it stands, so that {@code --limit} leaves out what lies behind it. */
record PlacedBadRecord(Place place, BadRecord record) {

  static PlacedBadRecord of(Place place, String source, String reason, String attempted) {
    return new PlacedBadRecord(
        place, new BadRecord(source, ReadDiffusionDb.STEP, reason, attempted));
  }
}
