"""The engine's version: part of every decision and of the cache's key."""

VERSION = "0.1.0"
