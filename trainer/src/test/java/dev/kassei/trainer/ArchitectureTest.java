package dev.kassei.trainer;

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
import dev.kassei.trainer.engine.random.CountedDraws;

/** The arrows between the packages; each rule fails if its arrow turns back. */
@AnalyzeClasses(packages = "dev.kassei.trainer", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String TRAINER = "dev.kassei.trainer.";
  private static final String VECTOR = TRAINER + "engine.kernel.vector..";

  @ArchTest
  static final ArchRule THE_ENGINE_KNOWS_THE_API_ALONE =
      classes()
          .that()
          .resideInAPackage(TRAINER + "engine..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              TRAINER + "engine..",
              "dev.kassei.api..",
              "java..",
              "jdk.incubator.vector..",
              "org.jspecify..",
              "org.slf4j..");

  @ArchTest
  static final ArchRule STATISTICS_KNOWS_FUNCTIONS_AND_DRAWS_ALONE =
      classes()
          .that()
          .resideInAPackage(TRAINER + "statistics..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              TRAINER + "statistics..",
              TRAINER + "engine.kernel..",
              TRAINER + "engine.random..",
              "dev.kassei.api..",
              "java..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule VECTORS_STAY_IN_THEIR_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage(VECTOR)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(VECTOR, "jdk.incubator.vector..");

  @ArchTest
  static final ArchRule THE_GRAPH_DOES_NOT_KNOW_PLANS =
      noClasses()
          .that()
          .resideInAPackage(TRAINER + "engine.graph..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(TRAINER + "engine.plan..");

  @ArchTest
  static final ArchRule KERNELS_KNOW_NEITHER_PLANS_NOR_GRAPHS =
      noClasses()
          .that()
          .resideInAPackage(TRAINER + "engine.kernel..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(TRAINER + "engine.plan..", TRAINER + "engine.graph..");

  /** But the initializer that looks at activations may ask what is known about them. */
  @ArchTest
  static final ArchRule BUILT_IN_PLUGINS_KNOW_WHAT_A_STRANGER_COULD_KNOW =
      classes()
          .that()
          .resideInAnyPackage(
              TRAINER + "model..",
              TRAINER + "layer..",
              TRAINER + "loss..",
              TRAINER + "optimizer..",
              TRAINER + "schedule..",
              TRAINER + "initializer..",
              TRAINER + "metric..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              TRAINER + "model..",
              TRAINER + "layer..",
              TRAINER + "loss..",
              TRAINER + "optimizer..",
              TRAINER + "schedule..",
              TRAINER + "initializer..",
              TRAINER + "metric..",
              TRAINER + "activation..",
              "dev.kassei.api..",
              "java..",
              "org.jspecify..");

  /** Batches draw values from counted streams and recognise equal formulas. */
  @ArchTest
  static final ArchRule CONFIGURATION_KNOWS_PLUGINS_BUT_NOT_WHAT_IS_DONE_WITH_THEM =
      noClasses()
          .that()
          .resideInAnyPackage(TRAINER + "config..", TRAINER + "plugin..", TRAINER + "result..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              TRAINER + "training..",
              TRAINER + "engine",
              TRAINER + "engine.plan..",
              TRAINER + "engine.kernel..",
              TRAINER + "dataset..");

  @ArchTest
  static final ArchRule PACKAGES_MAKE_NO_CIRCLES =
      slices().matching("dev.kassei.trainer.(**)").should().beFreeOfCycles();

  /** The bits of results hang on the words; those of tests and benchmarks are their own. */
  @ArchTest
  static final ArchRule STREAMS_OF_RANDOM_NUMBERS_ARE_NAMED_BY_PURPOSES =
      noClasses()
          .that()
          .doNotBelongToAnyOf(CountedDraws.class)
          .should()
          .callMethod(CountedDraws.class, "of", long.class, String.class, String.class, long.class)
          .orShould()
          .callMethod(
              CountedDraws.class, "key", long.class, String.class, String.class, long.class);

  @ArchTest
  static final ArchRule GUICE_WIRES_IN_MODULES_ALONE =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Module")
          .and()
          .doNotHaveFullyQualifiedName(TRAINER + "training.Experiment")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google.inject..", "jakarta.inject..");

  @ArchTest
  static final ArchRule JACKSON_READS_AND_WRITES_FILES_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              TRAINER + "batch..",
              TRAINER + "config..",
              TRAINER + "dataset..",
              TRAINER + "result..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("tools.jackson..");

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

  @ArchTest
  static final ArchRule NOTHING_WRITES_TO_THE_CONSOLE =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
