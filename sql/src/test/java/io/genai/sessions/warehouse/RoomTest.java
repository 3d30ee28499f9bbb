package io.genai.sessions.warehouse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The warehouse's row in the table of rooms. */
@AnalyzeClasses(
    packages = "io.genai.sessions.warehouse",
    importOptions = ImportOption.DoNotIncludeTests.class)
class RoomTest {

  @ArchTest
  static final ArchRule WAREHOUSE_USES_ONLY_DUCKDB_JDBC_AND_YAML =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.genai.sessions.warehouse..",
              "java..",
              "com.sun.management..",
              "org.duckdb..",
              "com.fasterxml.jackson..",
              "org.yaml.snakeyaml..",
              "org.slf4j..");

  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CYCLE =
      slices().matching("io.genai.sessions.(warehouse..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule LIBRARIES_DO_NOT_PRINT =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Main")
          .and()
          .doNotHaveSimpleName("DataDictionary")
          .and()
          .doNotHaveSimpleName("SafetyEvaluation")
          .should()
          .accessField(System.class, "out");
}
