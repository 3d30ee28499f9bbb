package io.genai.sessions.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LocationTest {

  @Test
  void aDirectoryOfThisMachineIsAbsoluteSinceWorkersStartElsewhere() {
    assertThat(Location.of("data").local()).isEqualTo(Path.of("data").toAbsolutePath());
    assertThat(Location.of("file:/tmp/data").local()).isEqualTo(Path.of("/tmp/data"));
    assertThat(Location.of("C:data").isLocal()).isTrue();
  }

  @Test
  void aPrefixOnAnotherFileSystemStaysAsItIs() {
    Location bucket = Location.of("s3://bucket/data/");

    assertThat(bucket.isLocal()).isFalse();
    assertThat(bucket.below("cache")).hasToString("s3://bucket/data/cache");
  }

  @Test
  void aFileSystemThatIsNotPartOfTheBuildNamesItsProfile() {
    assertThatThrownBy(() -> Location.of("gone://bucket").requireFileSystem("--blob"))
        .isInstanceOfSatisfying(
            PipelineFailure.class,
            failure -> assertThat(failure.code()).isEqualTo(PipelineFailure.Code.USER))
        .hasMessageContainingAll("--blob=gone://bucket", "-Ps3");
  }
}
