package dev.kassei.testkit;

import dev.kassei.api.Model;
import dev.kassei.trainer.plugin.Families;
import java.util.stream.Stream;

class BuiltInModelTest implements ModelContract {
  @Override
  public Stream<Model> models() {
    return BuiltIn.of(Families.MODEL, Model.class);
  }
}
