package io.genai.sessions.pipeline.download;

import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A subset of DiffusionDB under the dataset's own name, such as {@code 2m_first_1k}: parts of a
 * thousand images each, and the metadata table of their edition.
 *
 * <p>Source: the dataset's card and loading script (poloclub/diffusiondb). Its script begins {@code
 * first} with the second part, and draws {@code random} anew each time; here the first part is part
 * 1, and a seed draws the same parts again.
 *
 * @param isLarge of DiffusionDB Large (14 million images), not 2M
 * @param parts numbers of the parts, ascending; none: the text alone
 */
public record DiffusionDbSubset(boolean isLarge, List<Integer> parts) {
  /** What names look like, in words for the user. */
  static final String NAMES =
      "text_only, or 2m_ or large_ with first_ or random_ and 1k, 5k, 10k, 50k, 100k, 500k or 1m"
          + " (large_ also 5m, 10m), or with all or text_only";

  private static final Pattern NAME =
      Pattern.compile(
          "(?<edition>2m|large)_(?:(?<order>first|random)_(?<size>1k|5k|10k|50k|100k|500k|1m|5m|10m)|(?<whole>all|text_only))");
  private static final int PARTS_OF_2M = 2_000;
  private static final int PARTS_OF_LARGE = 14_000;
  private static final int LARGE_PARTS_IN_FIRST_FOLDER = 10_000;

  /**
   * The subset of this name.
   *
   * @param seed draws the parts of a random one
   * @throws PipelineFailure (USER) where there is none
   */
  public static DiffusionDbSubset of(String name, long seed) {
    Matcher match = NAME.matcher(name.equals("text_only") ? "2m_text_only" : name);
    if (!match.matches()) {
      throw unknown(name);
    }
    boolean isLarge = match.group("edition").equals("large");
    int all = isLarge ? PARTS_OF_LARGE : PARTS_OF_2M;
    int count = count(match, all);
    if (count > all) {
      throw unknown(name);
    }
    List<Integer> numbers = new ArrayList<>(IntStream.rangeClosed(1, all).boxed().toList());
    if ("random".equals(match.group("order"))) {
      Collections.shuffle(numbers, new Random(seed));
    }
    return new DiffusionDbSubset(isLarge, numbers.stream().limit(count).sorted().toList());
  }

  private static int count(Matcher name, int all) {
    if (name.group("whole") != null) {
      return name.group("whole").equals("all") ? all : 0;
    }
    String size = name.group("size");
    int number = Integer.parseInt(size.substring(0, size.length() - 1));
    return size.endsWith("m") ? number * 1_000 : number;
  }

  private static PipelineFailure unknown(String name) {
    return new PipelineFailure(
        Code.USER, "--input hf: must name a subset (%s), but was: hf:%s".formatted(NAMES, name));
  }

  /** Where a part lies in the dataset's repository. */
  String partFile(int number) {
    String folder =
        !isLarge
            ? "images"
            : number <= LARGE_PARTS_IN_FIRST_FOLDER
                ? "diffusiondb-large-part-1"
                : "diffusiondb-large-part-2";
    return "%s/part-%06d.zip".formatted(folder, number);
  }

  /** Where the metadata table lies in the dataset's repository. */
  String metadataFile() {
    return isLarge ? "metadata-large.parquet" : "metadata.parquet";
  }
}
