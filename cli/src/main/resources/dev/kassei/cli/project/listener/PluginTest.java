package {{package}};

import dev.kassei.api.Listener;
import dev.kassei.testkit.ListenerContract;
import java.util.stream.Stream;

class {{class}}Test implements ListenerContract {
  @Override
  public Stream<Listener> listeners() {
    return Stream.of(new {{class}}());
  }
}
