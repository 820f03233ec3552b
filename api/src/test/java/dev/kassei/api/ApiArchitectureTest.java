package dev.kassei.api;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Layout;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import java.util.Set;
import org.apiguardian.api.API;

@AnalyzeClasses(packages = "dev.kassei.api", importOptions = DoNotIncludeTests.class)
class ApiArchitectureTest {
  /** The functions of java.lang.Math that are exact, so that they agree on every machine. */
  private static final Set<String> EXACT =
      Set.of(
          "abs",
          "addExact",
          "ceil",
          "copySign",
          "floor",
          "floorDiv",
          "floorMod",
          "fma",
          "getExponent",
          "max",
          "min",
          "multiplyExact",
          "multiplyHigh",
          "negateExact",
          "nextDown",
          "nextUp",
          "rint",
          "round",
          "scalb",
          "signum",
          "sqrt",
          "subtractExact",
          "toIntExact",
          "ulp");

  /** Nested types of an interface are public, but not more visible than what they are nested in. */
  private static final DescribedPredicate<JavaClass> VISIBLE =
      describe("are visible to authors", ApiArchitectureTest::isVisible);

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ApiArchitectureTest::isVisible).orElse(true);
  }

  @ArchTest
  static final ArchRule dependsOnNothingButJavaAndAnnotations =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.kassei.api..", "java..", "org.jspecify..", "org.apiguardian..");

  @ArchTest
  static final ArchRule usesNoMathWhoseBitsChange =
      noClasses()
          .should()
          .callCodeUnitWhere(
              describe(
                  "the target is a function of java.lang.Math that is not exact",
                  (JavaCall<?> call) ->
                      call.getTargetOwner().isEquivalentTo(Math.class)
                          && !EXACT.contains(call.getName())));

  @ArchTest
  static final ArchRule writesNothingToTheConsole =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule packagesMakeNoCircles =
      slices().matching("dev.kassei.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule formulasKnowNumbersAndWordsAlone =
      classes()
          .that()
          .resideInAPackage("dev.kassei.api.expr")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.kassei.api.expr",
              "dev.kassei.api.text",
              "dev.kassei.api.value",
              "java..",
              "org.jspecify..",
              "org.apiguardian..");

  @ArchTest
  static final ArchRule numbersKnowNothing =
      classes()
          .that()
          .resideInAPackage("dev.kassei.api.value")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.kassei.api.value", "java..", "org.jspecify..", "org.apiguardian..");

  @ArchTest
  static final ArchRule wordsKnowNothing =
      classes()
          .that()
          .resideInAPackage("dev.kassei.api.text")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.kassei.api.text", "java..", "org.jspecify..", "org.apiguardian..");

  /**
   * What a record is made of is part of its type: a component more breaks authors who compiled
   * against it. So records are only what is complete by definition and what authors do not touch.
   */
  @ArchTest
  static final ArchRule whatMayGrowIsNoRecord =
      noClasses()
          .that(VISIBLE)
          .and()
          .doNotBelongToAnyOf(
              Detail.class,
              ImageShape.class,
              Layout.class,
              NamedLayer.class,
              Rows.class,
              Shape.class)
          .should()
          .beRecords();

  @ArchTest
  static final ArchRule everyTypeSaysHowStableItIs =
      classes().that(VISIBLE).and().areTopLevelClasses().should().beAnnotatedWith(API.class);
}
