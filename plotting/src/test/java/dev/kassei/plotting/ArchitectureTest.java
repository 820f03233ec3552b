package dev.kassei.plotting;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.kassei.plotting", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
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
  static final ArchRule PACKAGES_MAKE_NO_CIRCLES =
      slices().matching("dev.kassei.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule FIGURES_ARE_DATA_AND_DRAW_NOTHING =
      classes()
          .that()
          .resideInAPackage("dev.kassei.plotting.figure..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.kassei.plotting.figure..", "dev.kassei.api..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule NOTHING_CALLS_A_TRANSCENDENTAL_OF_MATH =
      noClasses()
          .should()
          .callMethodWhere(
              target(owner(type(Math.class)))
                  .and(
                      target(
                          nameMatching(
                              "exp|expm1|log|log10|log1p|pow|cbrt|hypot|a?sin|a?cos|a?tan|atan2"
                                  + "|sinh|cosh|tanh"))));
}
