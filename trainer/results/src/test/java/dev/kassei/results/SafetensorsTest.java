package dev.kassei.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kassei.api.Precision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
  private static final Tensor WEIGHT =
      new Tensor("w", Precision.FLOAT32, List.of(1, 2), new double[] {1, -0.5});
  private static final Tensor BIAS =
      new Tensor("層.b", Precision.FLOAT64, List.of(1), new double[] {0.1});

  @TempDir Path folder;

  @Test
  void theFileIsHeaderLengthHeaderAndNumbers() throws IOException {
    byte[] bytes = write(List.of(WEIGHT));
    String header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}";
    int padded = (header.length() + 7) / 8 * 8;
    assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong()).isEqualTo(padded);
    assertThat(new String(bytes, 8, padded, StandardCharsets.UTF_8).stripTrailing())
        .isEqualTo(header);
    assertThat(HexFormat.of().formatHex(bytes, 8 + padded, bytes.length))
        .isEqualTo("0000803f000000bf");
  }

  @Test
  void whatIsWrittenIsReadBackInItsOrder() throws IOException {
    double[] many = new double[5000];
    for (int i = 0; i < many.length; i++) {
      many[i] = 1.0 / (i + 1);
    }
    many[7] = Double.NaN;
    many[8] = Double.NEGATIVE_INFINITY;
    var large = new Tensor("a", Precision.FLOAT64, List.of(50, 100), many);
    var scalar = new Tensor("s", Precision.FLOAT64, List.of(), new double[] {-0.0});
    Map<String, Tensor> read = read(write(List.of(WEIGHT, BIAS, large, scalar)));
    assertThat(read.keySet()).containsExactly("w", "層.b", "a", "s");
    assertThat(read.get("w").values()).containsExactly(1, -0.5);
    assertThat(read.get("w").precision()).isEqualTo(Precision.FLOAT32);
    assertThat(read.get("層.b").values()).containsExactly(0.1);
    assertThat(read.get("a").values()).isEqualTo(many);
    assertThat(read.get("a").shape()).containsExactly(50, 100);
    assertThat(read.get("s").shape()).isEmpty();
  }

  @Test
  void metadataUnknownKeysAndAnyOrderAreRead() throws IOException {
    String header =
        "{\"__metadata__\":{\"format\":\"pt\"},"
            + "\"b\":{\"data_offsets\":[4,8],\"shape\":[],\"dtype\":\"F32\",\"more\":[{}]},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[0,3],\"data_offsets\":[0,0]},"
            + "\"c\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
    Map<String, Tensor> read = read(file(header, 8));
    assertThat(read.keySet()).containsExactly("b", "a", "c");
    assertThat(read.get("a").values()).isEmpty();
  }

  @Test
  void countersOfPyTorchAreRead() throws IOException {
    String header = "{\"n\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]}}";
    assertThat(read(file(header, 8)).get("n").values()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|the header should be START_OBJECT but is START_ARRAY",
        "{\"a\":1}|'a' should be START_OBJECT but is VALUE_NUMBER_INT",
        "{\"a\"|its header is not JSON",
        "{} {}|its header goes on after its end",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[0,8]}}|type F16, but only F32",
        "{\"a\":{\"shape\":[2],\"data_offsets\":[0,8]}}|numbers of type , but only F32, F64 and I64",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}|should be begin and end but are []",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}|are [8, 0]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-8,0]}}|negative number -8",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,99999999999999999999]}}|JSON",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,8]}}|VALUE_NUMBER_FLOAT",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}|needs 12 bytes",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}|need 4 bytes, but the"
            + " file holds 8",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}|starts at byte 4",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}|need 16 bytes",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,429496729],\"data_offsets\":[0,8]}}|large",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"a\":{}}|Duplicate",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}|starts at byte 4",
      })
  void hostileHeadersAreRefused(String header, String reason) throws IOException {
    refused(file(header, 8)).contains(reason);
  }

  @Test
  void aDimensionThatIsTooLargeIsRefusedBesideAZero() throws IOException {
    refused(
            file(
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[0,1099511627776],\"data_offsets\":[0,0]}}",
                0))
        .contains("the tensor 'a' is too large: [0, 1099511627776]");
  }

  @Test
  void deeplyNestedHeadersAreRefused() throws IOException {
    refused(file("{\"__metadata__\":" + "[".repeat(100_000), 8))
        .contains("its header has a text or number that is too long, or is nested too deeply");
  }

  @Test
  void filesThatAreTooShortOrLieAboutTheirLengthAreRefused() throws IOException {
    refused(new byte[0]).contains("it has only 0 bytes");
    refused(new byte[9]).contains("it has only 9 bytes");
    refused("PK this is no such file".getBytes(StandardCharsets.UTF_8))
        .contains("its header should have");
    byte[] negative = new byte[100];
    negative[7] = (byte) 0x80;
    refused(negative).contains("its header should have 9223372036854775808 bytes, but 92 are left");
  }

  @Test
  void headersMustBeUtf8() throws IOException {
    byte[] bytes = file("{\"?\":{}}", 0);
    bytes[10] = (byte) 0xFF;
    refused(bytes).contains("its header is not UTF-8");
  }

  private static byte[] write(List<Tensor> tensors) throws IOException {
    var out = new ByteArrayOutputStream();
    Safetensors.write(tensors, out);
    return out.toByteArray();
  }

  private Map<String, Tensor> read(byte[] bytes) throws IOException {
    Path file = folder.resolve("weights.safetensors");
    Files.write(file, bytes);
    return Safetensors.read(file);
  }

  private AbstractStringAssert<?> refused(byte[] bytes) throws IOException {
    Path file = folder.resolve("weights.safetensors");
    Files.write(file, bytes);
    var thrown = catchThrowableOfType(IllegalArgumentException.class, () -> Safetensors.read(file));
    return assertThat(thrown.getMessage())
        .startsWith("'" + file + "' is not a safetensors file that can be read: ");
  }

  private static byte[] file(String header, int numbers) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + numbers)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .array();
  }
}
