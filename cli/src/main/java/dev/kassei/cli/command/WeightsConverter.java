package dev.kassei.cli.command;

import dev.kassei.experiment.inference.SavedWeights;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads which weights are meant; picocli by itself lists constants in capitals. */
final class WeightsConverter implements ITypeConverter<SavedWeights> {
  @Override
  public SavedWeights convert(String text) {
    return Arrays.stream(SavedWeights.values())
        .filter(each -> each.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected one of %s but was '%s'"
                        .formatted(
                            Arrays.toString(SavedWeights.values()).toLowerCase(Locale.ROOT),
                            text)));
  }
}
