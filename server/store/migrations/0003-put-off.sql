-- A deadline that could not be decided is put off, so that it does not stand in front of all the others.
alter table deadline add column put_off_until timestamptz(3);
