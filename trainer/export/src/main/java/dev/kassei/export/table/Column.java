package dev.kassei.export.table;

/** A column of a table. */
record Column(String name, ColumnType type) {}
