package dev.kassei.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.kassei.testkit", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule CHECKS_ARE_PLAIN_CODE =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Contract")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.junit..");

  @ArchTest
  static final ArchRule OF_THE_TRAINER_ONLY_ITS_EVALUATION_OF_FORMULAS_IS_USED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.kassei.activations..",
              "dev.kassei.trainer.config..",
              "dev.kassei.trainer.training..",
              "dev.kassei.trainer.engine.graph..",
              "dev.kassei.trainer.engine.plan..",
              "dev.kassei.trainer.engine.kernel..");

  @ArchTest
  static final ArchRule FINDINGS_ARE_RETURNED_AND_NOT_PRINTED =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
