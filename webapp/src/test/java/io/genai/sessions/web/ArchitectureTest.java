package io.genai.sessions.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.genai.sessions.web",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theRoomKeepsToWhatItMayUse =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.beam..",
              "io.genai.sessions.pipeline..",
              "io.genai.sessions.warehouse.build..",
              "org.duckdb..");

  // The Copilot's profile of values is read by path, before there is a Warehouse to ask.
  @ArchTest
  static final ArchRule onlyTheWarehouseIsAskedInSql =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.genai.sessions.web.copilot.embedded..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..");

  @ArchTest
  static final ArchRule viewsAskServicesAndNotTheWarehouse =
      noClasses()
          .that()
          .areAssignableTo(com.vaadin.flow.component.Component.class)
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.genai.sessions.warehouse.Warehouse");

  @ArchTest
  static final ArchRule whatAsksTheWarehouseKnowsNoVaadin =
      classes()
          .that()
          .resideInAPackage("io.genai.sessions.web.data..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages("com.vaadin..", "io.genai.sessions.web.shared..");
}
