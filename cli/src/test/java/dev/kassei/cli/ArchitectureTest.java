package dev.kassei.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.kassei.cli", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule PACKAGES_MAKE_NO_CIRCLES =
      slices().matching("dev.kassei.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule PACKAGES_KEEP_TO_THEIR_ARROWS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("cli")
          .definedBy("dev.kassei.cli")
          .layer("command")
          .definedBy("dev.kassei.cli.command")
          .layer("completion")
          .definedBy("dev.kassei.cli.completion")
          .layer("doctor")
          .definedBy("dev.kassei.cli.doctor")
          .layer("failure")
          .definedBy("dev.kassei.cli.failure")
          .layer("gallery")
          .definedBy("dev.kassei.cli.gallery")
          .layer("progress")
          .definedBy("dev.kassei.cli.progress")
          .layer("project")
          .definedBy("dev.kassei.cli.project")
          .layer("sheet")
          .definedBy("dev.kassei.cli.sheet")
          .layer("terminal")
          .definedBy("dev.kassei.cli.terminal")
          .ensureAllClassesAreContainedInArchitecture()
          .whereLayer("cli")
          .mayOnlyAccessLayers("command", "failure", "terminal")
          .whereLayer("command")
          .mayOnlyAccessLayers(
              "completion",
              "doctor",
              "failure",
              "gallery",
              "progress",
              "project",
              "sheet",
              "terminal")
          .whereLayer("completion")
          .mayOnlyAccessLayers("project")
          .whereLayer("doctor")
          .mayOnlyAccessLayers("project", "sheet", "terminal")
          .whereLayer("gallery")
          .mayOnlyAccessLayers("failure")
          .whereLayer("progress")
          .mayOnlyAccessLayers("sheet", "terminal")
          .whereLayer("failure")
          .mayNotAccessAnyLayer()
          .whereLayer("project")
          .mayNotAccessAnyLayer()
          .whereLayer("sheet")
          .mayOnlyAccessLayers("terminal")
          .whereLayer("terminal")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule THE_COMMAND_KNOWS_NO_CONCRETE_ACTIVATION =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.kassei.activations..");

  @ArchTest
  static final ArchRule THE_COMMAND_DOES_NOT_REACH_INTO_THE_ENGINE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.kassei.engine.graph..",
              "dev.kassei.engine.plan..",
              "dev.kassei.engine.kernel..",
              "com.google.inject..");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_ITSELF_TOUCHES_THE_STANDARD_STREAMS =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Kassei.class)
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
