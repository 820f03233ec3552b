package dev.kassei.experiment.data;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Values that were used last, as many as there is room for. For use by several threads. */
final class Recent<K, V> {
  private static final float LOAD = 0.75f;

  private final Map<K, V> values = new LinkedHashMap<>(16, LOAD, true);
  private final ToLongFunction<V> size;
  private final long room;
  private long taken;

  /**
   * @param room the most that all values may take together; the last one is kept however large
   * @param size what a value takes
   */
  Recent(long room, ToLongFunction<V> size) {
    this.room = room;
    this.size = size;
  }

  synchronized Optional<V> find(K key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The value, which is made if it is not there. */
  synchronized V get(K key, Supplier<V> making) {
    V known = values.get(key);
    if (known != null) {
      return known;
    }
    V made = making.get();
    put(key, made);
    return made;
  }

  synchronized void put(K key, V value) {
    values.put(key, value);
    taken += size.applyAsLong(value);
    Iterator<V> oldest = values.values().iterator();
    while (taken > room && values.size() > 1) {
      taken -= size.applyAsLong(oldest.next());
      oldest.remove();
    }
  }
}
