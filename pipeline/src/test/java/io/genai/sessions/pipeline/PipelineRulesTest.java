package io.genai.sessions.pipeline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;

/** What the pipeline may use, and how its transforms are shaped. */
@AnalyzeClasses(
    packages = "io.genai.sessions.pipeline",
    importOptions = ImportOption.DoNotIncludeTests.class)
class PipelineRulesTest {

  @ArchTest
  static final ArchRule NAMES_NO_RUNNER =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.beam.runners..");

  @ArchTest
  static final ArchRule KNOWS_NO_WEB =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "com.vaadin..", "io.genai.sessions.web..");

  @ArchTest
  static final ArchRule LEAVES_DUCKDB_TO_THE_WAREHOUSE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.duckdb..", "java.sql..", "ai.onnxruntime..");

  @ArchTest
  static final ArchRule BUILDS_THE_WAREHOUSE_IN_THE_DRIVER_ONLY =
      noClasses()
          .that()
          .areNotAssignableTo(AnalysisRun.class)
          .and()
          .areNotAssignableTo(AnalyzerPipeline.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.genai.sessions.warehouse.build..");

  @ArchTest
  static final ArchRule DOFNS_ARE_PRIVATE_TO_THEIR_PACKAGE =
      classes().that().areAssignableTo(DoFn.class).should().notBePublic();

  @ArchTest
  static final ArchRule TRANSFORMS_ARE_FINAL =
      classes().that().areAssignableTo(PTransform.class).should().haveModifier(JavaModifier.FINAL);

  @ArchTest
  static final ArchRule NOTHING_IS_DRAWN_WITHOUT_A_SEED =
      noClasses().should().callMethod(Math.class, "random");
}
