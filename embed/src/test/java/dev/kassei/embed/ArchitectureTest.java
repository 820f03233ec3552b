package dev.kassei.embed;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.kassei.fixtures.Arrows;
import dev.kassei.fixtures.HouseRules;

@AnalyzeClasses(packages = "dev.kassei.embed", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule PACKAGES_KEEP_TO_THEIR_ARROWS =
      Arrows.only(
          "embed -> api api.expr api.value batch.history batch.plan batch.report batch.run"
              + " batch.saved engine engine.analysis engine.kernel experiment.config experiment.config.tree"
              + " experiment.data experiment.inference experiment.plugin experiment.training"
              + " fastcsv plotting plotting.formula results results.file results.record results.text");

  @ArchTest
  static final ArchRule NOTHING_STATIC_CHANGES =
      ArchRuleDefinition.fields().that().areStatic().should().haveModifier(JavaModifier.FINAL);

  @ArchTest
  static final ArchRule NOTHING_ENDS_THE_PROCESS =
      ArchRuleDefinition.noClasses()
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);
}
