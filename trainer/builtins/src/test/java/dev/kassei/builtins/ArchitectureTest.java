package dev.kassei.builtins;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.kassei.fixtures.Arrows;
import dev.kassei.fixtures.HouseRules;

@AnalyzeClasses(packages = "dev.kassei.builtins", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule PACKAGES_KEEP_TO_THEIR_ARROWS =
      Arrows.only(
          "builtins.dataset -> api api.text api.value jackson results.csv results.file results.json"
              + " results.text",
          "builtins.dataset.array -> api api.value builtins.dataset builtins.dataset.image"
              + " results.file results.text",
          "builtins.dataset.bundled -> api builtins.dataset",
          "builtins.dataset.generator -> api api.value builtins.dataset",
          "builtins.dataset.image -> api api.value builtins.dataset results.file",
          "builtins.initializer -> api api.expr api.value engine.analysis",
          "builtins.layer -> api api.expr api.value builtins.initializer",
          "builtins.loss -> api api.expr api.value",
          "builtins.metric -> api api.value",
          "builtins.minimizer -> api api.value",
          "builtins.model -> api api.expr api.value builtins.initializer builtins.layer",
          "builtins.optimizer -> api api.expr api.value",
          "builtins.schedule -> api api.value");
}
