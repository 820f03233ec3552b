package dev.kassei.activations;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;

@AnalyzeClasses(packages = "dev.kassei.activations", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
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
}
