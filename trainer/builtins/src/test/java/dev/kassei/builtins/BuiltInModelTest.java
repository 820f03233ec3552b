package dev.kassei.builtins;

import dev.kassei.api.Model;
import dev.kassei.testkit.ModelContract;
import java.util.stream.Stream;

class BuiltInModelTest implements ModelContract {
  @Override
  public Stream<Model> models() {
    return BuiltIn.of(Model.class);
  }
}
