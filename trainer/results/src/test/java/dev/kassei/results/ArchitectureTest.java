package dev.kassei.results;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.kassei.fixtures.Arrows;
import dev.kassei.fixtures.HouseRules;

@AnalyzeClasses(packages = "dev.kassei.results", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule PACKAGES_KEEP_TO_THEIR_ARROWS =
      Arrows.only(
          "results -> api api.expr api.value fastcsv jackson results.file results.json"
              + " results.record results.text",
          "results.csv -> fastcsv jackson results.file results.record results.text",
          "results.file -> fastcsv results.text",
          "results.json -> api.value jackson results.file",
          "results.record -> api api.value results.text",
          "results.text ->");
}
