package dev.kassei.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.kassei.fixtures.HouseRules;

@AnalyzeClasses(packages = "dev.kassei.testkit", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule CHECKS_ARE_PLAIN_CODE =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Contract")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.junit..");

  @ArchTest
  static final ArchRule PLUGINS_ARE_CHECKED_BEFORE_ANYTHING_IS_TRAINED =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.kassei.testkit",
              "dev.kassei.api..",
              "dev.kassei.engine",
              "dev.kassei.engine.random",
              "java..",
              "org.jspecify..",
              "org.junit..");
}
