package dev.kassei.batch;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.kassei.fixtures.Arrows;
import dev.kassei.fixtures.HouseRules;

@AnalyzeClasses(packages = "dev.kassei.batch", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule PACKAGES_KEEP_TO_THEIR_ARROWS =
      Arrows.only(
          "batch.analysis -> api api.value batch.history batch.plan batch.run"
              + " batch.statistics experiment.config experiment.plugin results.record"
              + " results.text",
          "batch.compare -> api.value batch.analysis batch.history batch.plan batch.run"
              + " batch.saved batch.statistics batch.table experiment.config"
              + " experiment.config.tree results.record",
          "batch.history -> api api.value batch.plan batch.statistics engine.kernel experiment.config"
              + " jackson results results.file results.record"
              + " results.text",
          "batch.plan -> api api.value batch.statistics engine.analysis engine.random"
              + " experiment.checkpoint experiment.config experiment.config.advice experiment.config.tree"
              + " experiment.plugin experiment.schema results.record",
          "batch.report -> api.value batch.analysis batch.history batch.plan batch.run"
              + " batch.statistics batch.table results results.file results.json results.record"
              + " results.text",
          "batch.run -> api api.expr api.value batch.history batch.plan batch.worker engine.graph"
              + " engine.kernel engine.logging engine.plan experiment.checkpoint experiment.config experiment.data"
              + " experiment.plugin experiment.training jackson results results.file"
              + " results.record results.text slf4j",
          "batch.saved -> api batch.analysis batch.history batch.plan batch.run"
              + " batch.table experiment.config experiment.data experiment.training results"
              + " results.file results.record",
          "batch.statistics -> api.value engine.kernel engine.random results.text",
          "batch.table -> api api.value batch.run fastcsv results results.file"
              + " results.record results.text",
          "batch.worker -> results.record");
}
