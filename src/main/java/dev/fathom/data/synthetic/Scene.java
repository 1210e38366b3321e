package dev.fathom.data.synthetic;

import java.util.List;

/** Everything a picture is made from. */
record Scene(Camera camera, Weather weather, Sky sky, Ground ground, List<Shape> shapes) {}
