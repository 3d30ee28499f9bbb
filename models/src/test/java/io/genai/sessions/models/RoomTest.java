package io.genai.sessions.models;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What this room may use. */
@AnalyzeClasses(
    packages = "io.genai.sessions.models",
    importOptions = ImportOption.DoNotIncludeTests.class)
class RoomTest {
  @ArchTest
  static final ArchRule usesNeitherBeamNorJdbcNorSpringNorAnotherRoom =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.beam..",
              "java.sql..",
              "javax.sql..",
              "org.duckdb..",
              "org.springframework..",
              "com.vaadin..",
              "io.genai.sessions.warehouse..",
              "io.genai.sessions.pipeline..",
              "io.genai.sessions.web..");

  @ArchTest
  static final ArchRule throwsItsOwnExceptionOnly =
      classes()
          .that()
          .areAssignableTo(Throwable.class)
          .and()
          .arePublic()
          .should()
          .haveFullyQualifiedName(ModelException.class.getName());

  @ArchTest
  static final ArchRule writesNothingToTheConsole =
      noClasses()
          .that()
          .resideOutsideOfPackage("..command..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
