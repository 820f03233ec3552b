package dev.kassei.activations;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.fixtures.HouseRules;

@AnalyzeClasses(packages = "dev.kassei.activations", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule ACTIVATIONS_DEPEND_ON_THE_API_ALONE =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.kassei.activations..", "dev.kassei.api..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule ACTIVATIONS_ARE_NAMED_RECORDS_WITH_A_REFERENCE =
      classes()
          .that()
          .implement(Activation.class)
          .should()
          .beRecords()
          .andShould()
          .beAnnotatedWith(PluginName.class)
          .andShould()
          .beAnnotatedWith(Reference.class);
}
