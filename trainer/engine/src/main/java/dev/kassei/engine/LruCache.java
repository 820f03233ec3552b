package dev.kassei.engine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * The values that were used last, as many as there is room for. For use by several threads.
 *
 * @param <K> the type of the keys, as a map has them
 * @param <V> the type of the values
 */
public final class LruCache<K, V> {
  private static final float LOAD = 0.75f;

  /**
   * A value that came alone, whose key is not hashed: a single run needs no map, and the first hash
   * of each record in a key takes Java about a millisecond.
   */
  private Optional<Entry<K, V>> first = Optional.empty();

  private final Map<K, V> values = new LinkedHashMap<>(16, LOAD, true);
  private final ToLongFunction<V> size;
  private final long capacity;
  private long total;

  /** A cache of so many values. */
  public LruCache(long capacity) {
    this(capacity, value -> 1);
  }

  /**
   * A cache of values of different size.
   *
   * @param capacity the largest size of all values together; the last one stays however large
   * @param size of a value, which never changes
   */
  public LruCache(long capacity, ToLongFunction<V> size) {
    this.capacity = capacity;
    this.size = size;
  }

  /** The value; empty if it is not there. */
  public synchronized Optional<V> find(K key) {
    return first.isPresent()
        ? first.filter(entry -> entry.key().equals(key)).map(Entry::value)
        : Optional.ofNullable(values.get(key));
  }

  /** The value, which is made if it is not there. */
  public synchronized V get(K key, Supplier<V> making) {
    Optional<V> known = find(key);
    if (known.isPresent()) {
      return known.get();
    }
    V made = making.get();
    put(key, made);
    return made;
  }

  /** Takes a value for a key that is not there; those unused for the longest time make room. */
  public synchronized void put(K key, V value) {
    if (first.isEmpty() && values.isEmpty()) {
      first = Optional.of(new Entry<>(key, value));
      return;
    }
    first.ifPresent(entry -> insert(entry.key(), entry.value()));
    first = Optional.empty();
    insert(key, value);
  }

  private void insert(K key, V value) {
    values.put(key, value);
    total += size.applyAsLong(value);
    Iterator<V> oldest = values.values().iterator();
    while (total > capacity && values.size() > 1) {
      total -= size.applyAsLong(oldest.next());
      oldest.remove();
    }
  }

  private record Entry<K, V>(K key, V value) {}
}
