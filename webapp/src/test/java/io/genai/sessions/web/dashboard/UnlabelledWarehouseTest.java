package io.genai.sessions.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.web.SmallWarehouse;
import io.genai.sessions.web.WebServices;
import io.genai.sessions.web.data.Filters;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlabelledWarehouseTest {
  @TempDir private Path directory;

  @Test
  void chartsThatNeedLabelsOrClipSaySoAndTheOthersStand() {
    SmallWarehouse small =
        SmallWarehouse.build(
            directory,
            120,
            List.of(
                "UPDATE prompts SET subject = NULL, art_style = NULL, mood = NULL, setting = NULL,"
                    + " lighting = NULL, complexity_score = NULL, has_nsfw_intent = NULL,"
                    + " label_model = NULL, style_cluster = NULL, alignment_score = NULL,"
                    + " text_embedding = NULL, image_embedding = NULL, clip_model = NULL"));
    try (WebServices services = WebServices.over(small.file())) {
      List<ChartFigure> charts = TestDashboard.over(services).charts(Filters.NONE);

      assertThat(charts)
          .filteredOn(figure -> figure.spec().isEmpty())
          .extracting(ChartFigure::id)
          .containsExactlyInAnyOrder("timeouts", "friction-by-cluster");
      assertThat(charts)
          .filteredOn(figure -> figure.id().equals("timeouts"))
          .singleElement()
          .satisfies(
              figure -> assertThat(figure.emptyReason()).contains("run the pipeline with labels"));
    }
  }
}
