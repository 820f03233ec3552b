package dev.kassei.testkit;

import dev.kassei.api.Layer;
import dev.kassei.trainer.plugin.Families;
import java.util.stream.Stream;

class BuiltInLayerTest implements LayerContract {
  @Override
  public Stream<Layer> layers() {
    return BuiltIn.of(Families.LAYER, Layer.class);
  }
}
