package dev.kassei.builtins;

import dev.kassei.api.Layer;
import dev.kassei.testkit.LayerContract;
import java.util.stream.Stream;

class BuiltInLayerTest implements LayerContract {
  @Override
  public Stream<Layer> layers() {
    return BuiltIn.of(Layer.class);
  }
}
