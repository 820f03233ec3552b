package dev.kassei.builtins.dataset.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Attribution;
import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.builtins.dataset.Sources;
import dev.kassei.results.Fingerprint;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundled data sets have the rows that their sources describe. */
class BundledTest {
  private static List<DatasetSource> bundled() {
    return ServiceLoader.load(DatasetSource.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(source -> source.getClass().getPackage() == Bundled.class.getPackage())
        .toList();
  }

  private static DatasetSource source(String name) {
    return bundled().stream().filter(each -> name(each).equals(name)).findFirst().orElseThrow();
  }

  private static String name(DatasetSource source) {
    return source.getClass().getAnnotation(PluginName.class).value();
  }

  private static Dataset load(String name) {
    return Sources.load(source(name), 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iris | 150 | 4 | 50 50 50",
        "wine | 178 | 13 | 59 71 48",
        "breast_cancer | 569 | 30 | 357 212",
        "digits | 1797 | 64 | 178 182 177 183 181 182 181 179 174 180",
        "glass | 214 | 9 | 70 76 17 13 29 9",
        "ionosphere | 351 | 34 | 126 225",
        "house_votes | 435 | 32 | 267 168",
        "german_credit | 1000 | 61 | 300 700",
        "image_segmentation | 2310 | 19 | 330 330 330 330 330 330 330",
        "labor | 57 | 29 | 20 37",
        "breast_cancer_recurrence | 286 | 41 | 201 85",
      })
  void rowsFeaturesAndClassesAreThoseOfTheSource(String name, int rows, int width, String classes) {
    Dataset data = load(name);
    assertThat(data.rows()).isEqualTo(rows);
    assertThat(data.width()).isEqualTo(width);
    int[] expected = Stream.of(classes.split(" ")).mapToInt(Integer::parseInt).sorted().toArray();
    assertThat(Arrays.stream(Sources.counts(data)).sorted().toArray()).isEqualTo(expected);
  }

  @Test
  void soybeanHasNineteenDiseasesAndGapsInItsSymptoms() {
    Dataset data = load("soybean");
    assertThat(data.rows()).isEqualTo(683);
    assertThat(Sources.counts(data)).hasSize(19).contains(92, 91, 88, 8);
    assertThat(data.features()).contains(Double.NaN);
  }

  @Test
  void numbersToLearnAreThoseOfTheSource() {
    Dataset diabetes = load("diabetes");
    assertThat(diabetes.target().isClasses()).isFalse();
    assertThat(diabetes.rows()).isEqualTo(442);
    assertThat(diabetes.width()).isEqualTo(10);
    assertThat(Arrays.stream(diabetes.targets()).min()).hasValue(25);
    assertThat(Arrays.stream(diabetes.targets()).max()).hasValue(346);
    Dataset hardware = load("computer_hardware");
    assertThat(hardware.target().isClasses()).isFalse();
    assertThat(hardware.rows()).isEqualTo(209);
    assertThat(hardware.width()).isEqualTo(6);
    assertThat(Arrays.stream(hardware.targets()).max()).hasValue(1150);
  }

  @Test
  void irisIsFishersAndNotTheCopyAtUci() {
    double[] features = load("iris").features();
    assertThat(Arrays.copyOfRange(features, 34 * 4, 35 * 4)).containsExactly(4.9, 3.1, 1.5, 0.2);
    assertThat(Arrays.copyOfRange(features, 37 * 4, 38 * 4)).containsExactly(4.9, 3.6, 1.4, 0.1);
  }

  @Test
  void malignantIsClassOne() {
    Dataset data = load("breast_cancer");
    assertThat(data.target().classes()).containsExactly("benign", "malignant");
    assertThat(data.targets()[0]).isEqualTo(1);
    assertThat(Arrays.copyOf(data.features(), 3)).containsExactly(17.99, 10.38, 122.8);
  }

  @ParameterizedTest
  @CsvSource({
    "breast_cancer, 5fe47d09df01a4aa",
    "breast_cancer_recurrence, 7214362bdfd3f948",
    "computer_hardware, 2a333c7e832cfe47",
    "diabetes, 383ff6640ee2e768",
    "digits, 3937c4bcee393b19",
    "german_credit, 815f59ed4ee619f1",
    "glass, 5a5be72cbf901c95",
    "house_votes, 75b65e0f75349105",
    "image_segmentation, 5ef53b46564cd2a4",
    "ionosphere, 34715514aa0d1284",
    "iris, 334fa158af1aba83",
    "labor, a21495ef17a3f61e",
    "soybean, f763a8ecf0aa5b27",
    "wine, 959b74c3d2178f1c",
  })
  void noNumberChanges(String name, String fingerprint) {
    assertThat(Fingerprint.of(load(name))).startsWith(fingerprint);
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void everySetNamesAuthorsSourceAndLicence(DatasetSource source) {
    Attribution attribution = source.getClass().getAnnotation(Attribution.class);
    assertThat(source.getClass().getAnnotation(Reference.class).value()).isNotBlank();
    assertThat(attribution.source()).isNotBlank();
    assertThat(attribution.licence()).isNotBlank();
  }

  @Test
  void thereAreFourteen() {
    assertThat(bundled()).hasSize(14);
  }
}
