package dev.kassei.plotting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.kassei.fixtures.HouseRules;

@AnalyzeClasses(packages = "dev.kassei.plotting", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule PICTURES_KNOW_RESULTS_AND_NOT_HOW_THEY_CAME_ABOUT =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.kassei.plotting..",
              "dev.kassei.api..",
              "dev.kassei.results..",
              "java..",
              "org.jspecify..",
              "de.siegmar.fastcsv..",
              "org.apache.pdfbox..");

  @ArchTest
  static final ArchRule FIGURES_ARE_DATA_AND_DRAW_NOTHING =
      classes()
          .that()
          .resideInAPackage("dev.kassei.plotting.figure..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.kassei.plotting.figure..", "dev.kassei.api..", "java..", "org.jspecify..");
}
