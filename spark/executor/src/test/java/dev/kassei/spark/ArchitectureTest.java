package dev.kassei.spark;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.kassei.fixtures.Arrows;
import dev.kassei.fixtures.HouseRules;

@AnalyzeClasses(packages = "dev.kassei.spark", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

  /** What runs on the machines of Spark sees nothing of Kassei but its own package and archives. */
  @ArchTest
  static final ArchRule PACKAGES_KEEP_TO_THEIR_ARROWS =
      Arrows.only(
          "spark -> batch.worker experiment.config results results.file spark.archive",
          "spark.driver -> batch.worker results.file spark-core spark.task",
          "spark.task -> spark-core spark.archive");
}
