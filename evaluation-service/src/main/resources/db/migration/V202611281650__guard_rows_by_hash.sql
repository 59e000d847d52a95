-- The plan of a guard is made when it first runs, as a rule for one row, and is kept. By nested loops a unit of ten thousand people, or the
-- first row that may match, costs the square of the rows; a hash join costs little for one row, too.
alter function keep_published_sheets() set enable_nestloop = off;
alter function keep_published_years() set enable_nestloop = off;
