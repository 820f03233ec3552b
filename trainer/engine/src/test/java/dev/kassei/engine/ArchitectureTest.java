package dev.kassei.engine;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.kassei.fixtures.Arrows;
import dev.kassei.fixtures.HouseRules;

@AnalyzeClasses(packages = "dev.kassei.engine", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule PACKAGES_KEEP_TO_THEIR_ARROWS =
      Arrows.only(
          "engine -> api api.expr api.value engine.graph engine.plan engine.random",
          "engine.analysis -> api api.expr api.value engine engine.graph engine.kernel"
              + " engine.plan",
          "engine.graph -> api.expr api.value engine.kernel",
          "engine.kernel -> api api.expr api.value engine.logging slf4j",
          "engine.kernel.vector -> api api.expr engine.kernel vector",
          "engine.logging -> slf4j",
          "engine.plan -> api api.expr api.value engine.graph engine.kernel" + " engine.random",
          "engine.random -> api.value");
}
