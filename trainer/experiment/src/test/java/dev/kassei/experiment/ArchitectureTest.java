package dev.kassei.experiment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.kassei.fixtures.Arrows;
import dev.kassei.fixtures.HouseRules;

@AnalyzeClasses(packages = "dev.kassei.experiment", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule PACKAGES_KEEP_TO_THEIR_ARROWS =
      Arrows.only(
          "experiment.checkpoint -> api api.expr api.value engine.graph engine.logging engine.plan"
              + " experiment.config experiment.data experiment.plugin experiment.training"
              + " results results.file slf4j",
          "experiment.config -> api api.expr api.value experiment.config.advice"
              + " experiment.config.tree"
              + " experiment.plugin results.text",
          "experiment.config.advice -> api.text",
          "experiment.config.tree -> api.text jackson results.text snakeyaml",
          "experiment.data -> api api.value engine engine.random experiment.config"
              + " results results.file results.record results.text",
          "experiment.inference -> api api.text api.value engine engine.plan experiment.config"
              + " experiment.data experiment.plugin experiment.training results results.csv"
              + " results.file results.record results.text",
          "experiment.plugin -> api api.value results results.text",
          "experiment.schema -> api api.value experiment.config experiment.config.tree experiment.plugin"
              + " jackson",
          "experiment.training -> api api.expr api.value engine engine.graph"
              + " engine.plan engine.random experiment.config experiment.data"
              + " experiment.plugin guice results results.file results.record results.text");

  @ArchTest
  static final ArchRule GUICE_WIRES_IN_MODULES_ALONE =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Module")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google.inject..", "jakarta.inject..");
}
