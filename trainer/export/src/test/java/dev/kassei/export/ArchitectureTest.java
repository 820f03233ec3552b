package dev.kassei.export;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.kassei.fixtures.Arrows;
import dev.kassei.fixtures.HouseRules;

@AnalyzeClasses(packages = "dev.kassei.export", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule PACKAGES_KEEP_TO_THEIR_ARROWS =
      Arrows.only(
          "export.c -> api api.expr api.value engine engine.graph engine.plan"
              + " experiment.inference experiment.training export.network export.resource results"
              + " results.record",
          "export.network -> api api.expr engine.graph results.record results.text",
          "export.onnx -> api api.expr engine.graph experiment.inference experiment.training"
              + " export.network jackson onnx protobuf results results.file results.json"
              + " results.record",
          "export.pytorch -> api api.expr api.value engine engine.graph experiment.inference"
              + " experiment.training export.network export.resource results.record",
          "export.settings -> batch.run experiment.config.tree results results.record",
          "export.mlflow -> api api.value batch.run export.settings export.trials jackson results"
              + " results.file results.json results.record results.text",
          "export.table -> api.value batch.table experiment.config.tree fastcsv jackson results"
              + " results.file results.record",
          "export.tensorboard -> api api.value batch.run export.settings export.trials results"
              + " results.file results.record",
          "export.trials -> api batch.run batch.table results results.file results.record");
}
