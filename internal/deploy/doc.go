// Package deploy holds no code: its tests check docker-compose.yml and Dockerfile against the program they run, without a
// container engine.
package deploy
